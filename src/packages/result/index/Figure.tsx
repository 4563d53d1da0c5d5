import { View } from '@tarojs/components';
import type { Cell } from '../../../../types/contract/results';
import { ReleaseSummary } from '../../../components/ReleaseSummary';
import { censusWords, flaggedWords, letterWords, modeWords, unclearWords, weightWords, withoutWords } from '../../../components/ReleaseSummary/words';
import { Fold } from './Fold';

/** A figure with what belongs to it in sight, and how it was worked out one tap away. */
export function Figure({ cell, about, methodVersion }: { cell: Cell; about: string; /** Where it was not said already. */ methodVersion?: string }) {
  const beside = [letterWords(cell), withoutWords(cell)];
  const how = [weightWords(cell), censusWords(cell), unclearWords(cell), flaggedWords(cell), ...modeWords(cell), methodVersion === undefined ? null : `算法第 ${methodVersion} 版。`].filter((line) => line !== null);
  return (
    <>
      <ReleaseSummary cell={cell} about={about} />
      {beside.map((line) => line && <View key={line} className='lz-mute'>{line}</View>)}
      {cell.rate !== null && how.length > 0 && <Fold title='怎么算出来的'>{how.map((line) => <View key={line} className='lz-mute'>{line}</View>)}</Fold>}
    </>
  );
}
