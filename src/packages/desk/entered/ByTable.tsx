import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { pickHint } from '../../../services/pickFile';
import { Failed } from '../Failed';
import type { ByTableActs, Kind } from './useByTable';

/** Many places at once: the table goes out, and comes back filled in. */
export function ByTable({ kind, acts: { busy, said, fault, error, waiting, take, choose, again } }: { kind: Kind; acts: ByTableActs }) {
  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>用表格一次填多处</View>
      <View className='lz-mute'>取一张表，现在的数都在里面。改好了传上来，先核对给您看；您点「全部填入」才填，要么全部填入，要么一个也不填。</View>
      {pickHint !== '' && <View className='lz-mute'>{pickHint}</View>}
      {said && <Notice>{said}</Notice>}
      {fault && <Notice tone='red'>{fault}</Notice>}
      {error && <Failed error={error} />}
      {waiting && <Button icon='refresh' label='再传一次' busy={busy === 'check'} onClick={() => void again()} />}
      <Button kind='line' label='取表格' busy={busy === 'take'} onClick={() => void take(kind)} />
      <Button kind='line' icon='plus' label={waiting ? '换一个文件' : busy === 'check' ? '正在核对' : '传表格'} busy={!waiting && busy === 'check'} onClick={() => void choose(kind)} />
    </Card>
  );
}
