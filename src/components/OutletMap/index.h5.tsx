import { useEffect, useRef } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import type { OutletMapProps } from './props';
import type { LngLat } from './rings';
import { useDrawing } from './useDrawing.h5';
import './index.scss';

/** In a browser: points and rings on plain ground, by Leaflet, which is loaded when a map is first shown. Nothing is asked of anybody else. */
export function OutletMap({ label, origin, points, rings, selected, onPick, picked, still }: OutletMapProps) {
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  const picking = onPick !== undefined;
  const { ground, drawing, state } = useDrawing(() => import('./draw.h5').then(({ begin }) => (element) =>
    begin(element, { still: still === true, onPick: picking ? (point) => pick.current?.(point) : undefined })));
  const shown = JSON.stringify({ origin, points, rings });
  useEffect(() => drawing?.show(JSON.parse(shown) as Pick<OutletMapProps, 'origin' | 'points' | 'rings'>), [drawing, shown]);
  useEffect(() => drawing?.select(selected), [drawing, shown, selected]);
  const pin = JSON.stringify(picked ?? null);
  useEffect(() => drawing?.pick(JSON.parse(pin) as LngLat | null), [drawing, shown, pin]);
  return (
    <View className={classes('lz-map', still && 'lz-map--still')} {...a11y({ role: still ? 'img' : 'region', label })}>
      <div ref={ground} className='lz-map__ground' />
      {state === 'loading' && <View className='lz-map__word'>正在画图…</View>}
      {state === 'failed' && <View className='lz-map__word'>{still ? '图没有打开，看下面的文字也一样。' : '图没有打开，请用下面的按钮。'}</View>}
    </View>
  );
}
