import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { dayWords } from '../OutletCard/words';
import { entryWords } from './words';

export interface HistoryEntry { readonly on: string; readonly by: string; readonly act: string; readonly fields: readonly string[] }

const shownAtOnce = 3;

/** What happened to an entry of the map, the newest first; the older ones when asked for. */
export function OutletHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const [all, setAll] = useState(false);
  const year = new Date().getFullYear();
  const shown = all ? entries : entries.slice(0, shownAtOnce);
  return (
    <>
      {shown.map((entry, i) => (
        // two entries can say the same; their order is all that tells them apart
        <View key={i} className='lz-mute'>{`${dayWords(entry.on, year)} ${entryWords(entry)}`}</View>
      ))}
      {entries.length > shownAtOnce && !all && <View className='lz-link' onClick={() => setAll(true)} {...a11y({ role: 'button' })}>{`看全部 ${entries.length} 条`}</View>}
    </>
  );
}
