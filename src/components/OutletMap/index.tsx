import { Map, type MapProps } from '@tarojs/components';
import originPin from '../../assets/origin.png';
import outletPin from '../../assets/outlet.png';
import chosenPin from '../../assets/outlet-chosen.png';
import { a11y } from '../a11y';
import { classes } from '../classes';
import type { OutletMapProps } from './props';
import './index.scss';

/** In WeChat: its own map, which needs no key and no permission as long as it does not show where she is. */
export function OutletMap({ label, origin, points, rings, selected, onPick, picked, still }: OutletMapProps) {
  const centre = picked ?? points.find(({ id }) => id === selected)?.point ?? origin ?? points[0]?.point;
  if (!centre) return null;
  const markers: MapProps.marker[] = points.map(({ id, name, point }, at) => {
    const on = id === selected;
    const size = on ? { width: 36, height: 45 } : { width: 26, height: 32 };
    return { id: at, longitude: point.lng, latitude: point.lat, title: name, iconPath: (on ? chosenPin : outletPin) as string, ...size, zIndex: on ? 9 : 1, ...(on ? { callout: callout(name) } : {}) };
  });
  if (origin) markers.push({ id: points.length, longitude: origin.lng, latitude: origin.lat, iconPath: originPin as string, width: 24, height: 24, anchor: { x: 0.5, y: 0.5 } });
  if (picked) markers.push({ id: points.length + 1, longitude: picked.lng, latitude: picked.lat, iconPath: chosenPin as string, width: 36, height: 45, zIndex: 9 });
  const circles: MapProps.circle[] = origin ? rings.map(({ metres }) => ({ longitude: origin.lng, latitude: origin.lat, radius: metres, color: '#17695a99', fillColor: '#17695a12', strokeWidth: 1 })) : [];
  return (
    <Map
      className={classes('lz-map', still && 'lz-map--still')} longitude={centre.lng} latitude={centre.lat} scale={15} markers={markers} circles={circles}
      enableScroll={!still} enableZoom={!still} showLocation={false} onError={() => undefined}
      onTap={(event) => {
        const { longitude, latitude } = event.detail as { longitude?: number; latitude?: number };
        if (onPick && typeof longitude === 'number' && typeof latitude === 'number') onPick({ lng: longitude, lat: latitude });
      }}
      {...a11y({ role: 'img', label })}
    />
  );
}

/** A name over its mark, always to be read. */
export const callout = (content: string): MapProps.callout => ({
  content, color: '#1d2522', fontSize: 15, borderRadius: 8, borderWidth: 1, borderColor: '#e6dfd0', bgColor: '#ffffff', padding: 8, display: 'ALWAYS', textAlign: 'center', anchorX: 0, anchorY: 0,
});
