import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Tag, type Tone } from '../../../components/Tag';
import { call } from '../../../services/call';
import { confirm } from '../../../services/notify';
import type { Output } from '../../../../types/contract';
import '../desk.scss';
import { Failed } from '../Failed';
import { useAct } from '../useAct';
import { dutyName } from '../words';

type InviteRow = Output<'desk.invites'>['invites'][number];

const states: Readonly<Record<InviteRow['state'], { readonly text: string; readonly tone: Tone }>> = {
  open: { text: '等对方用', tone: 'amber' },
  used: { text: '已用', tone: 'brand' },
  expired: { text: '已过期', tone: 'plain' },
  revoked: { text: '已收回', tone: 'plain' },
};

export function Invite({ invite, reload }: { invite: InviteRow; reload: () => void }) {
  const { id, note, state, createdAt, expiresAt } = invite;
  const { busy, error, act } = useAct();
  const revoke = () => act(() => call('desk.revokeInvite', { id }), reload, () => confirm({ title: '收回这个邀请码？', text: '收回后这个码不能再用。已经登记的人不受影响。', yes: '收回', no: '不收回' }));
  return (
    <Card>
      <View className='lz-row lz-row--top'>
        <View className='lz-h lz-grow'>{dutyName(invite)}</View>
        <Tag tone={states[state].tone}>{states[state].text}</Tag>
      </View>
      {note !== '' && <View className='desk-any'>{note}</View>}
      <View className='lz-mute'>{`${dateTime(createdAt)} 发出${state === 'open' ? `，${dateTime(expiresAt)} 前有效` : state === 'expired' ? `，${dateTime(expiresAt)} 过期，没有人用过` : ''}`}</View>
      {error && <Failed error={error} />}
      {state === 'open' && <Button kind='danger' label='收回' busy={busy} onClick={() => void revoke()} />}
    </Card>
  );
}
