import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Chip, Chips } from '../../../components/Chip';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import type { Progress } from '../../../../types/contract/desk';
import type { Topic } from '../../../../types/contract/shared';
import { DeskBar } from '../DeskBar';
import { OfficersOnly } from '../OfficersOnly';
import { noteWaiting } from '../waiting';
import { topicWords } from '../words';
import { agesNote } from './Ages/words';
import { Entries } from './Entries';
import { Overview } from './Overview';
import { ratio } from './ratio';
import { Streets } from './Streets';
import { Table } from './Table';

/** How many have answered, community by community. Counts alone: a rate comes with its release. */
export default function ProgressPage() {
  const [topic, setTopic] = useState<Topic | null>(null);
  const progress = useCall('desk.progress', topic === null ? {} : { topic });
  useReturned(progress.reload);
  const waiting = progress.data?.scope.role === 'community' ? 'not hers' as const : progress.data?.waiting;
  useEffect(() => {
    if (waiting !== undefined) noteWaiting(waiting);
  }, [waiting]);
  return (
    <Screen title='问卷进度' bar={<DeskBar current='progress' />}>
      <OfficersOnly of={progress}>{(it) => <Found progress={it} reload={progress.reload} onTopic={setTopic} />}</OfficersOnly>
    </Screen>
  );
}

function Found({ progress, reload, onTopic }: { progress: Progress; reload: () => void; onTopic: (topic: Topic) => void }) {
  const [chosen, choose] = useState<string | null>(null);
  const streets = [...progress.streets].sort((a, b) => ratio(a) - ratio(b));
  const only = streets.find(({ code }) => code === chosen) ?? (streets.length === 1 ? streets[0] : undefined);
  if (progress.round === null) {
    return (
      <>
        <EmptyState icon='chart' title='现在没有正在进行的问卷' text='下一轮开始后，这里会写明每个社区收了多少份。'>
          <Button kind='line' icon='refresh' label='刷新' onClick={reload} />
        </EmptyState>
        <Entries progress={progress} />
      </>
    );
  }
  return (
    <>
      {progress.topics.length > 1 && (
        <Chips label='看哪份问卷'>
          {progress.topics.map((one) => <Chip key={one} label={topicWords[one]} on={one === progress.topic} onToggle={() => onTopic(one)} />)}
        </Chips>
      )}
      {streets.length > 1 && (
        <Chips label='看哪个街道'>
          <Chip label='全部街道' on={chosen === null} onToggle={() => choose(null)} />
          {streets.map(({ code, name }) => <Chip key={code} label={name} on={code === chosen} onToggle={(on) => choose(on ? code : null)} />)}
        </Chips>
      )}
      <Overview progress={progress} round={progress.round} only={only} reload={reload} />
      {only ? <Table rows={only.rows} title={only.name} asOf={progress.asOf} /> : <Streets streets={streets} asOf={progress.asOf} />}
      <View className='lz-mute'>快慢按这一轮过去了多少时间算：收到应有份数的九成是正常，不到六成是落后，中间是偏慢。这两条线是项目定的。</View>
      <View className='lz-mute'>{agesNote}</View>
      <View className='lz-mute'>只显示份数。街道和区里都看不到任何一份答卷是怎么答的。</View>
      <Entries progress={progress} />
    </>
  );
}
