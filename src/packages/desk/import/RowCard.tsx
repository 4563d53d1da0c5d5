import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import type { ImportRow } from '../../../../types/contract/export';
import './index.scss';

interface Props {
  readonly row: Pick<ImportRow, 'line' | 'name' | 'faults' | 'differences' | 'vouched'>;
  /** What the side that comes in is called. */
  readonly incoming?: string;
  readonly choice?: ImportRow['choice'];
  /** Null: there is nothing to decide. */
  readonly onChoose?: ((choice: 'list' | 'kept') => void) | null;
}

/** A line of the list: what is wrong with it, or what it would change, both sides beside each other. */
export function RowCard({ row: { line, name, faults, differences, vouched }, incoming = '名单', choice, onChoose }: Props) {
  return (
    <Card>
      <View className='lz-wrap'><View className='lz-strong desk-any'>{name || '（没有名称）'}</View><View className='lz-mute'>{`第 ${line} 行`}</View></View>
      {vouched && <View className='lz-mute'>{vouched}</View>}
      {faults.map(({ heading, cell, reason }) => (
        <View key={heading} className='import-fault desk-any'>
          <View className='lz-strong'>{`「${heading}」${cell === '' ? '' : `写的是 ${cell}`}`}</View>
          <View>{`${reason}。`}</View>
        </View>
      ))}
      {differences.map(({ heading, now, list }) => (
        <View key={heading} className='import-sides'>
          <View className='lz-mute import-sides__heading'>{heading}</View>
          <View className='import-sides__side desk-any'><View className='lz-mute'>现在</View><View>{now || '（空）'}</View></View>
          <View className='import-sides__side desk-any'><View className='lz-mute'>{incoming}</View><View className='lz-strong'>{list || '（空）'}</View></View>
        </View>
      ))}
      {onChoose && (
        <Chips label={`${name}用哪边的`} wrap>
          <Chip label='留现在的' on={choice === 'kept'} onToggle={() => onChoose('kept')} />
          <Chip label='用名单的' on={choice === 'list'} onToggle={() => onChoose('list')} />
        </Chips>
      )}
    </Card>
  );
}
