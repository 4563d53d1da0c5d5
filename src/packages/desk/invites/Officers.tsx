import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextField } from '../../../components/Field';
import { Tag } from '../../../components/Tag';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import type { Output } from '../../../../types/contract';
import { Failed } from '../Failed';
import { dutyName } from '../words';

/** Whose role holds, and ending it when somebody leaves. */
export function Officers() {
  const found = useCall('desk.officers', {});
  if (found.error && !found.data) return <Failed error={found.error} />;
  return (
    <>
      <View className='lz-h'>在用的身份</View>
      <View className='lz-mute'>有人调走了，在这里结束他的身份，马上生效。系统不记名字，只记着发码时写的说明。</View>
      {found.data?.officers.map((officer) => <Officer key={officer.id} officer={officer} onEnded={found.reload} />)}
    </>
  );
}

function Officer({ officer, onEnded }: { officer: Output<'desk.officers'>['officers'][number]; onEnded: () => void }) {
  const { id, since, note, mine } = officer;
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, error, run } = useSend('desk.endRole');
  const end = async () => {
    if (reason.trim() === '') return setWrong('请写原因，以后查得到。');
    if (await run({ id, reason: reason.trim() })) onEnded();
  };
  return (
    <Card>
      <View className='lz-row lz-row--top'><View className='lz-strong lz-grow'>{dutyName(officer)}</View>{mine && <Tag tone='brand'>您</Tag>}</View>
      {note !== '' && <View className='desk-any'>{note}</View>}
      <View className='lz-mute'>{`${dateTime(since)} 登记`}</View>
      {asking && <TextField label='原因' value={reason} longest={200} placeholder='比如 调走了' error={wrong} onChange={(text) => { setReason(text); setWrong(null); }} />}
      {error && <Failed error={error} />}
      {!mine && !asking && <Button kind='quiet' label='结束这个身份' onClick={() => ask(true)} />}
      {asking && <Button kind='danger' label='结束，马上生效' busy={busy} onClick={() => void end()} />}
      {asking && <Button kind='quiet' label='先不' onClick={() => ask(false)} />}
    </Card>
  );
}
