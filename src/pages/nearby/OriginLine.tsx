import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { useCatalogue } from '../../services/catalogue';
import { usePace, type WalkFrom } from '../../services/walkFrom';
import { OriginSheet } from './OriginSheet';
import { PaceSheet, paceName } from './PaceSheet';

/** 从南苑社区出发 · 常速步行, and the ways to change both. */
export function OriginLine({ from }: { from: WalkFrom }) {
  const pace = usePace();
  const catalogue = useCatalogue();
  const [open, setOpen] = useState<'origin' | 'pace' | null>(null);
  const close = () => setOpen(null);
  return (
    <View className='lz-wrap lz-mute near-origin'>
      <View className='near-origin__from'>{`从${from.name}出发 · ${paceName(pace, catalogue)}步行`}</View>
      <View className='lz-link' onClick={() => setOpen('origin')} {...a11y({ role: 'button' })}>改出发点</View>
      <View className='lz-link' onClick={() => setOpen('pace')} {...a11y({ role: 'button' })}>改步速</View>
      <OriginSheet open={open === 'origin'} onClose={close} from={from} />
      <PaceSheet open={open === 'pace'} onClose={close} />
    </View>
  );
}
