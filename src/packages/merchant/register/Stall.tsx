import { useState } from 'react';
import { View } from '@tarojs/components';
import { Choice } from '../../../components/Choice';
import { Sheet } from '../../../components/Sheet';
import { Loaded } from '../../../components/StateView/Loaded';
import type { Output } from '../../../../types/contract';
import type { Loading } from '../../../services/useCall';
import { PickRow } from './PickRow';

/** The market or night market that the stall stands in, or none. */
export function Stall({ value, markets, onChange }: { value: string | null; markets: Loading<Output<'outlet.markets'>>; onChange: (id: string | null) => void }) {
  const [open, setOpen] = useState(false);
  const choose = (id: string | null) => {
    onChange(id);
    setOpen(false);
  };
  const name = markets.data?.markets.find(({ id }) => id === value)?.name ?? (value === null ? '' : '已选');
  return (
    <View className='lz-stack'>
      <PickRow label='在哪个集市、夜市里' value={name} placeholder='不在集市、夜市里' wrong={false} onClick={() => setOpen(true)} />
      {value !== null && <View className='lz-mute'>营业时间选「不固定」，就跟着它的时间；选了别的，按您自己的。</View>}
      <Sheet title='在哪个集市、夜市里' open={open} onClose={() => setOpen(false)}>
        <Loaded of={markets}>
          {({ markets: all }) => (
            <View className='lz-choices'>
              <Choice kind='radio' label='不在集市、夜市里' checked={value === null} onSelect={() => choose(null)} />
              {all.map((market) => <Choice key={market.id} kind='radio' label={market.name} checked={market.id === value} onSelect={() => choose(market.id)} />)}
            </View>
          )}
        </Loaded>
      </Sheet>
    </View>
  );
}
