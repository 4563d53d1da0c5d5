import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { Claim } from '../../../../types/contract/merchant';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Tag, type Tone } from '../../../components/Tag';
import { confirm } from '../../../services/notify';
import { go } from '../../../services/navigate';
import { useSend } from '../../../services/useSend';

const states: Readonly<Record<Claim['state'], { readonly text: string; readonly tone: Tone }>> = {
  pending: { text: '认领等核实', tone: 'amber' }, disputed: { text: '双方都认领', tone: 'amber' }, granted: { text: '认领通过', tone: 'brand' },
  refused: { text: '认领没有通过', tone: 'red' }, withdrawn: { text: '已收回', tone: 'plain' },
};

/** One claim and how it stands. */
export function ClaimCard({ claim: { id, outlet, state, reason, submittedAt }, onChanged }: { claim: Claim; onChanged: () => void }) {
  const withdrawing = useSend('outlet.withdrawClaim');
  const withdraw = async () => {
    if (!(await confirm({ title: '不认领了？', text: '收回后街道就不再核实。', yes: '收回', no: '留着' }))) return;
    if (await withdrawing.run({ id })) onChanged();
  };
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>{outlet.name}</View>
        <Tag tone={states[state].tone}>{states[state].text}</Tag>
      </View>
      <View className='lz-mute'>{outlet.address}</View>
      <View className='lz-mute'>{`${dateTime(submittedAt)} 提交`}</View>
      {reason !== null && <Notice tone={state === 'refused' ? 'amber' : 'info'}>{reason}</Notice>}
      {withdrawing.error && <Notice tone='red'>{withdrawing.error.say}</Notice>}
      {state === 'refused' && <Button kind='line' icon='edit' label='补材料再提交' onClick={() => go('/packages/merchant/claim/index', { outlet: outlet.id, name: outlet.name })} />}
      {(state === 'pending' || state === 'disputed') && <Button kind='quiet' label='不认领了' busy={withdrawing.busy} onClick={() => void withdraw()} />}
    </Card>
  );
}
