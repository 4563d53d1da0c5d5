import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import type { Drawing } from './draw.h5';
import type { OutletMapProps } from './props';
import type { LngLat } from './rings';
import './index.scss';

/** In a browser: points and rings on plain ground, by Leaflet, which is loaded when a map is first shown. Nothing is asked of anybody else. */
export function OutletMap({ label, origin, points, rings, selected, onSelect, onPick, picked, still }: OutletMapProps) {
  const ground = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const select = useRef(onSelect);
  const pick = useRef(onPick);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  useEffect(() => {
    select.current = onSelect;
    pick.current = onPick;
  });
  const picking = onPick !== undefined;
  useEffect(() => {
    let gone = false;
    void import('./draw.h5').then(({ begin }) => {
      if (gone || !ground.current) return;
      drawing.current = begin(ground.current, { still: still === true, onSelect: (id) => select.current?.(id), onPick: picking ? (point) => pick.current?.(point) : undefined });
      setState('ready');
    }, () => !gone && setState('failed'));
    return () => {
      gone = true;
      drawing.current?.end();
      drawing.current = null;
    };
  }, [still, picking]);
  const shown = JSON.stringify({ origin, points, rings });
  useEffect(() => {
    if (state === 'ready') drawing.current?.show(JSON.parse(shown) as Pick<OutletMapProps, 'origin' | 'points' | 'rings'>);
  }, [state, shown]);
  useEffect(() => {
    if (state === 'ready') drawing.current?.select(selected);
  }, [state, shown, selected]);
  const pin = JSON.stringify(picked ?? null);
  useEffect(() => {
    if (state === 'ready') drawing.current?.pick(JSON.parse(pin) as LngLat | null);
  }, [state, shown, pin]);
  return (
    <View className={classes('lz-map', still && 'lz-map--still')} {...a11y({ role: still ? 'img' : 'region', label })}>
      <div ref={ground} className='lz-map__ground' />
      {state === 'loading' && <View className='lz-map__word'>正在画图…</View>}
      {state === 'failed' && <View className='lz-map__word'>{still ? '图没有打开，看下面的文字也一样。' : '图没有打开，请看列表。'}</View>}
    </View>
  );
}
