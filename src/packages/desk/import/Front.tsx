import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go, replace } from '../../../services/navigate';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import type { ImportList } from '../../../../types/contract/export';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Sheets } from './Sheets';
import { Upload } from './Upload';
import { atWords, doneWords, fileWords, stateWords, totalOf, whoWords } from './words';

const districtOnly = { title: '名单由专班载入', text: '这一页只给区商务局专班用。街道的摸排表，请交给专班载入。' };

/** What somebody has begun comes before a new one. */
const waits = ({ state }: ImportList) => state === 'staged';

/** Where a list comes in and goes out, and what came before. */
export function Front() {
  const lists = useCall('export.lists', {});
  useReturned(lists.reload);
  return (
    <Screen title='普查名单' elderSwitch>
      <OfficersOnly of={lists} only={districtOnly} ways={<Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}>
        {({ lists: rows }) => (
          <>
            {rows.some(waits) && <View className='lz-h'>还没有载入的</View>}
            {rows.filter(waits).map((list) => <Line key={list.id} list={list} />)}
            <Upload />
            <Sheets />
            <View className='lz-h'>载入记录</View>
            {rows.every(waits) ? <View className='lz-mute'>还没有载入或放弃过名单。</View> : rows.filter((list) => !waits(list)).map((list) => <Line key={list.id} list={list} />)}
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}

function Line({ list }: { list: ImportList }) {
  const tag = stateWords(list);
  const { id, file, stagedAt, endedAt, counts, done } = list;
  return (
    <Card row onClick={() => go(deskPages.import, { id })}>
      <View className='lz-grow lz-col'>
        <View className='lz-strong desk-any'>{fileWords(file)}</View>
        <View className='lz-mute'>{`${whoWords(list)} · ${atWords(endedAt ?? stagedAt)} · ${totalOf(counts)} 行`}</View>
        <View className='lz-wrap'><Tag tone={tag.tone}>{tag.text}</Tag>{done && <View className='lz-mute'>{doneWords(done)}</View>}</View>
      </View>
    </Card>
  );
}
