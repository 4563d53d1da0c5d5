import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { Tag } from '../../../components/Tag';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import type { Output } from '../../../../types/contract';
import '../desk.scss';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { dutyName } from '../words';

type Act = Output<'desk.audit'>['acts'][number];

/** What officers did with their power. Written by the database with the act itself, and changed by nobody. */
export default function AuditPage() {
  const found = useCall('desk.audit', {});
  return (
    <Screen title='操作记录' elderSwitch>
      <OfficersOnly of={found} only={{ title: '操作记录由专班和管理员看', text: '街道、社区和部门在自己的页面上看得到各自做过的事。' }}>
        {(first) => <Acts key={first.acts[0]?.number ?? 0} first={first} />}
      </OfficersOnly>
    </Screen>
  );
}

function Acts({ first }: { first: Output<'desk.audit'> }) {
  const [acts, setActs] = useState(first.acts);
  const [more, setMore] = useState(first.more);
  const { busy, error, run } = useSend('desk.audit');
  const earlier = async () => {
    const next = await run({ before: acts[acts.length - 1]!.number });
    if (!next) return;
    setActs([...acts, ...next.acts]);
    setMore(next.more);
  };
  if (acts.length === 0) return <EmptyState icon='list' title='还没有记录' text='工作人员审核、核实、改数、发码，都会记在这里。' />;
  return (
    <View className='lz-stack'>
      <View className='lz-mute'>工作人员用权力做的每件事，做的同时就记下，谁也改不了、删不了。居民和店家做的事不在这里。系统不记名字，只记身份和发码时写的说明。「第几条」是全部记录的号，中间的空号是别人做的事，或者没有做成的，不是删掉了。</View>
      {acts.map((act) => <ActCard key={act.number} act={act} />)}
      {error && <Failed error={error} />}
      {more ? <Button kind='line' label='再往前看' busy={busy} onClick={() => void earlier()} /> : <View className='lz-mute'>没有更早的了。</View>}
    </View>
  );
}

function ActCard({ act: { number, at, act, by, subject, whose, reason } }: { act: Act }) {
  return (
    <Card>
      <View className='lz-row lz-row--top'>
        <View className='lz-strong lz-grow'>{act}</View>
        {by?.mine && <Tag tone='brand'>您</Tag>}
      </View>
      {whose !== null && <View className='desk-any'>{dutyName(whose)}</View>}
      {subject !== null && <View className='desk-any'>{subject}</View>}
      {reason !== null && reason !== '' && <View className='desk-any'>{`原因或说明：${reason}`}</View>}
      <View className='lz-mute desk-any'>{`${dateTime(at)} · ${by ? `${dutyName(by)}${by.note === '' ? '' : `（${by.note}）`}` : '管服务器的人，或到点自动'} · 第 ${number} 条`}</View>
    </Card>
  );
}
