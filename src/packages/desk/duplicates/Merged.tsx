import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { Output } from '../../../../types/contract';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { call } from '../../../services/call';
import { confirm } from '../../../services/notify';
import { Failed } from '../Failed';
import { useAct } from '../useAct';

type One = Output<'desk.duplicates'>['merged'][number];

/** Merged of late: a mistake is found here and taken back. */
export function Merged({ merged, undoDays, onUndone }: { merged: readonly One[]; undoDays: number; onUndone: () => void }) {
  return (
    <View className='lz-stack'>
      <View className='lz-h'>最近合并的</View>
      <View className='lz-mute'>{`合并错了，${undoDays} 天以内可以撤回。`}</View>
      {merged.map((one) => <Line key={one.id} one={one} onUndone={onUndone} />)}
    </View>
  );
}

function Line({ one: { id, kept, gone, community, at, undoable }, onUndone }: { one: One; onUndone: () => void }) {
  const { busy, error, act } = useAct();
  const undo = () => act(() => call('desk.unmerge', { id }), onUndone,
    () => confirm({ title: '撤回这次合并？', text: `「${gone}」会重新单独显示；合并以后「${kept.name}」改过的内容不动。`, yes: '撤回', no: '不用' }));
  return (
    <Card className='desk-roomy'>
      <View className='lz-col'>
        <View className='lz-strong desk-any'>{`「${gone}」并入「${kept.name}」`}</View>
        <View className='lz-mute'>{`${community} · ${dateTime(at)}`}</View>
      </View>
      {error && <Failed error={error} />}
      {undoable && <Button kind='line' label='撤回这次合并' busy={busy} onClick={() => void undo()} />}
    </Card>
  );
}
