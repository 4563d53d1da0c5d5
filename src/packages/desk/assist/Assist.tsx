import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Progress } from '../../../components/Progress';
import { Tag, type Tone } from '../../../components/Tag';
import { call } from '../../../services/call';
import { confirm } from '../../../services/notify';
import type { Output } from '../../../../types/contract';
import '../desk.scss';
import { Failed } from '../Failed';
import { useAct } from '../useAct';

type AssistRow = Output<'desk.assists'>['assists'][number];

const states: Readonly<Record<AssistRow['state'], { readonly text: string; readonly tone: Tone }>> = {
  open: { text: '可用', tone: 'brand' },
  spent: { text: '用完了', tone: 'plain' },
  revoked: { text: '已收回', tone: 'plain' },
  over: { text: '轮次已结束', tone: 'plain' },
};

export function Assist({ assist: { id, community, title, note, most, used, createdAt, state }, reload }: { assist: AssistRow; reload: () => void }) {
  const { busy, error, act } = useAct();
  const revoke = () => act(() => call('desk.revokeAssist', { id }), reload, () => confirm({ title: '收回这个链接？', text: '收回后不能再用它填。已经收到的答卷不受影响。', yes: '收回', no: '不收回' }));
  return (
    <Card>
      <View className='lz-row lz-row--top'>
        <View className='lz-h lz-grow'>{community.name}</View>
        <Tag tone={states[state].tone}>{states[state].text}</Tag>
      </View>
      <View className='lz-mute'>{title}</View>
      {note !== '' && <View className='desk-any'>{note}</View>}
      <View className='lz-num'>{`已帮 ${used} 位，最多 ${most} 位`}</View>
      <Progress done={used} of={most} label={`已帮 ${used} 位，最多 ${most} 位`} />
      <View className='lz-mute'>{`${dateTime(createdAt)} 做的`}</View>
      {error && <Failed error={error} />}
      {state === 'open' && <Button kind='danger' label='收回' busy={busy} onClick={() => void revoke()} />}
    </Card>
  );
}
