import type { ReactNode } from 'react';
import { ScrollView, View } from '@tarojs/components';
import { a11y } from '../a11y';
import './index.scss';

export interface WideTableProps {
  /** What the table is of, for a screen reader. */
  readonly label: string;
  /** Over the first column. */
  readonly corner: string;
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly { readonly key: string; readonly name: string; /** Instead of the name alone: what can be pressed, or stands under it. */ readonly head?: ReactNode; readonly cells: readonly { readonly key: string; readonly text: string; readonly show?: ReactNode }[] }[];
}

/** A table wider than a phone: the first column stays in sight while the rest is pushed sideways. */
export function WideTable({ label, corner, columns, rows }: WideTableProps) {
  return (
    <ScrollView className='lz-wide' scrollX enhanced showScrollbar={false} {...a11y({ role: 'region', label: `${label}，可以左右推`, pushed: true })}>
      <View className='lz-wide__table' {...a11y({ role: 'table', label })}>
        <View className='lz-wide__row' {...a11y({ role: 'row' })}>
          <View className='lz-wide__name' {...a11y({ role: 'columnheader' })}><View className='lz-mute'>{corner}</View></View>
          {columns.map(({ key, name }) => <View key={key} className='lz-wide__cell' {...a11y({ role: 'columnheader' })}><View className='lz-mute'>{name}</View></View>)}
        </View>
        {rows.map(({ key, name, head, cells }) => (
          <View key={key} className='lz-wide__row' {...a11y({ role: 'row' })}>
            <View className='lz-wide__name' {...a11y({ role: 'rowheader' })}>{head ?? <View className='lz-strong'>{name}</View>}</View>
            {cells.map((cell) => <View key={cell.key} className='lz-wide__cell' {...a11y({ role: 'cell' })}>{cell.show ?? <View className='lz-num'>{cell.text}</View>}</View>)}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
