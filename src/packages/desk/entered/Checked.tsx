import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import type { EntriesCheck } from '../../../../types/contract/enteredFile';
import { Failed } from '../Failed';
import { RowCard } from '../import/RowCard';
import type { ByTableActs, Kind } from './useByTable';

const sum = (rows: EntriesCheck['rows'], of: 'faults' | 'differences') => rows.reduce((total, row) => total + row[of].length, 0);

/** A table that was read: what must be mended in it, or what it would change, before anything is entered. */
export function Checked({ check: { rows, notes, unchanged, seen }, acts }: { check: EntriesCheck; acts: ByTableActs }) {
  const same = unchanged === 0 ? '' : `另外 ${unchanged} 行没有变。`;
  return (
    <>
      <View className='lz-h'>{seen === null ? `表里有 ${sum(rows, 'faults')} 处要改` : rows.length === 0 ? '没有要填的' : `要填 ${rows.length} 处，${sum(rows, 'differences')} 个数`}</View>
      <View className='lz-mute'>
        {seen === null ? '一个数也没有填。请照下面写的把表格改好，再传一次。' : rows.length === 0 ? '表里的数和现在的都一样。' : `还没有填。请看过再点「全部填入」。${same}`}
      </View>
      {acts.error && <Failed error={acts.error} />}
      {acts.fault && <Notice tone='red'>{acts.fault}</Notice>}
      {notes.map((note) => <Notice key={note} tone='amber'>{note}</Notice>)}
      {rows.map((row) => <RowCard key={row.line} incoming='表里' row={{ ...row, vouched: row.source === '' ? null : `${row.source}，${row.asOf} 的数` }} />)}
    </>
  );
}

/** What can be done with it. */
export function CheckedFooter({ check: { rows, seen }, kind, acts }: { check: EntriesCheck; kind: Kind; acts: ByTableActs }) {
  return (
    <>
      <Button kind='quiet' label='先不填' disabled={acts.busy !== null} onClick={acts.leave} />
      {seen !== null && rows.length > 0
        ? <Button grow label='全部填入' busy={acts.busy === 'enter'} onClick={() => void acts.enter()} />
        : <Button grow label={seen === null ? '传改好的表格' : '传别的表格'} busy={acts.busy === 'check'} onClick={() => void acts.choose(kind)} />}
    </>
  );
}
