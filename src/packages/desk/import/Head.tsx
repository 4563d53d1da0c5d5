import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { ImportList } from '../../../../types/contract/export';
import { atWords, doneWords, fileWords, stateWords, totalOf, whoWords } from './words';

/** Which file it is, who brought it when, and how it stands: short, since what is to be decided comes below. */
export function Head({ list }: { list: ImportList }) {
  const { file, state, stagedAt, counts, done } = list;
  const tag = stateWords(list);
  return (
    <Card className='desk-roomy'>
      <View className='lz-wrap'><View className='lz-h desk-any'>{fileWords(file)}</View><Tag tone={tag.tone}>{tag.text}</Tag></View>
      <View className='lz-mute'>{`${whoWords(list)} ${atWords(stagedAt)} 上传，${totalOf(counts)} 行`}</View>
      {done && <View className='lz-strong'>{`${doneWords(done)}。`}</View>}
      {done && done.added + done.updated > 0 && <View className='lz-mute'>新增和更新的网点还没有核实，页面上不显示核实日期。</View>}
      {state === 'dropped' && <View className='lz-mute'>没有载入，名单的内容已经删掉。</View>}
    </Card>
  );
}
