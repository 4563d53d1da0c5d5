import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { DemoMark } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { Failed } from '../Failed';
import { Paper } from '../Papers/Paper';
import { deskPages } from '../paths';

/** 验收资料 of the circle, of the newest snapshot, and of earlier ones that it was asked for of. */
export function Papers({ circle }: { circle: string }) {
  const { data, error } = useCall('export.jobs', { circle });
  if (data === null) return error && <Failed error={error} />;
  const of = (snapshot: string) => data.jobs.find((job) => job.kind === 'archive' && job.snapshot === snapshot) ?? null;
  const shown = data.snapshots.filter(({ id }, i) => i === 0 || of(id) !== null);
  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>验收资料</View>
      <View className='lz-mute'>一个压缩包：五张统计表、工作总结报告、发布结果和封存、公开的店面照片，还有「还缺什么」。同一个快照，什么时候取都是同一个文件。</View>
      {shown.length === 0 && <View>还没有快照。先把现在的数定下来，再做验收资料。</View>}
      {shown.map(({ id, name, at, demo }) => (
        <View key={id} className='lz-col'>
          <View className='lz-wrap'><View className='lz-grow'>{`快照「${name}」 · ${fullDateTime(at)} 定格`}</View><DemoMark demo={demo} /></View>
          <Paper wanted={{ kind: 'archive', snapshot: id, circle }} known={of(id)} />
        </View>
      ))}
      <Button kind='quiet' label={shown.length === 0 ? '去定一个快照' : '看快照和统计表'} onClick={() => go(deskPages.snapshots)} />
    </Card>
  );
}
