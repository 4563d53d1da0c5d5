import { useEffect, useRef } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { useDrawing } from '../OutletMap/useDrawing.h5';
import type { ClusterMapProps } from './props';
import '../OutletMap/index.scss';
import './index.scss';

/** In a browser: marks and bubbles on plain ground, by Leaflet. Nothing is asked of anybody else. */
export function ClusterMap({ label, origin, points, rings, elder, selected, onSelect }: ClusterMapProps) {
  const tell = useRef(onSelect);
  useEffect(() => {
    tell.current = onSelect;
  });
  const { ground, drawing, state } = useDrawing(() => import('./draw.h5').then(({ begin }) => (element) => begin(element, (ids) => tell.current(ids))));
  useEffect(() => drawing?.show({ origin, points, rings, elder }), [drawing, origin, points, rings, elder]);
  useEffect(() => drawing?.select(selected), [drawing, selected]);
  return (
    <View className='lz-map' {...a11y({ role: 'region', label })}>
      <div ref={ground} className='lz-map__ground' />
      {state === 'loading' && <View className='lz-map__word'>正在画图…</View>}
      {state === 'failed' && <View className='lz-map__word'>图没有打开，请看列表。</View>}
    </View>
  );
}
