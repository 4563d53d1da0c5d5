import { useMemo, useState } from 'react';
import { Map, type MapProps } from '@tarojs/components';
import originPin from '../../assets/origin.png';
import bubblePin from '../../assets/bubble.png';
import openPin from '../../assets/outlet.png';
import chosenPin from '../../assets/outlet-chosen.png';
import doubtedPin from '../../assets/outlet-doubted.png';
import shutPin from '../../assets/outlet-shut.png';
import { gather, type Bubble } from '../../../domain/bubbles';
import type { MapPoint } from '../../../domain/map-points';
import { lookAt, viewOf, type MapView } from '../../services/mapView';
import { a11y } from '../a11y';
import { callout } from '../OutletMap';
import type { ClusterMapProps } from './props';
import { bubbleWords, firstSight, lookOf, metresPerPixel, opensByZoom, room, zoomFor } from './sight';
import '../OutletMap/index.scss';

const mapId = 'lz-cluster-map';
/** Pixels: the map on a narrow phone. A wider one shows a little more at first. */
const narrow = 340;
const pins = { open: openPin as string, shut: shutPin as string, doubted: doubtedPin as string } as const;

/**
 * In WeChat: its own map. What is handed to it are the marks in view alone, some dozens: two thousand at once would cross to it
 * as one text with each change. They are gathered by us and not by its own clusters, so that both platforms show the same.
 */
export function ClusterMap({ label, origin, points, rings, elder, selected, onSelect }: ClusterMapProps) {
  const [view, setView] = useState<MapView | null>(null);
  const scale = Math.floor(Math.min(17, zoomFor(firstSight(origin, rings, points) * 2, narrow, origin.lat)));
  const pixel = view === null ? metresPerPixel(scale, origin.lat) : metresPerPixel(zoomOf(view), origin.lat);
  const bubbles = useMemo(() => gather(points, room(elder) * pixel), [points, elder, pixel]);
  const seen = view === null ? bubbles : bubbles.filter(({ points: [{ point }] }) => inside(view, point));
  const markers = seen.map((bubble, id) => markerOf(bubble, id, elder, selected));
  markers.push({ id: seen.length, longitude: origin.lng, latitude: origin.lat, iconPath: originPin as string, width: 24, height: 24, anchor: { x: 0.5, y: 0.5 } });
  const circles: MapProps.circle[] = rings.map(({ metres }) => ({ longitude: origin.lng, latitude: origin.lat, radius: metres, color: '#17695a99', fillColor: '#17695a12', strokeWidth: 1 }));
  const tapped = ({ detail: { markerId } }: { readonly detail: { readonly markerId: number | string } }) => {
    const bubble = seen[Number(markerId)];
    if (bubble === undefined) return;
    if (bubble.points.length > 1 && opensByZoom(bubble, elder)) lookAt(mapId, bubble.points.map(({ point }) => point));
    else onSelect(bubble.points.map(({ id }) => id));
  };
  return (
    <Map
      id={mapId} className='lz-map' longitude={origin.lng} latitude={origin.lat} scale={scale} markers={markers} circles={circles}
      showLocation={false} onError={() => undefined} onMarkerTap={tapped} onCallOutTap={tapped}
      onRegionChange={({ type }) => {
        if (type === 'end') void viewOf(mapId).then((now) => now && setView(now));
      }}
      {...a11y({ role: 'img', label })}
    />
  );
}

/** In quarters: a map that was only moved is not gathered anew. */
const zoomOf = ({ west, east, width }: MapView): number => Math.round(Math.log2((360 * width) / ((east - west) * 256)) * 4) / 4;
/** A little beyond the edge too: a short way there is nothing to do. */
const inside = ({ west, east, south, north }: MapView, { lng, lat }: MapPoint['point']): boolean => {
  const [across, up] = [(east - west) * 0.2, (north - south) * 0.2];
  return lng >= west - across && lng <= east + across && lat >= south - up && lat <= north + up;
};

function markerOf(bubble: Bubble<MapPoint>, id: number, elder: boolean, selected: readonly string[]): MapProps.marker {
  const [first, ...others] = bubble.points;
  const place = { id, longitude: first.point.lng, latitude: first.point.lat };
  const on = selected.includes(first.id);
  if (others.length > 0) {
    const words = bubbleWords(bubble);
    return {
      ...place, iconPath: bubblePin as string, width: 16, height: 16, anchor: { x: 0.5, y: 0.5 }, zIndex: 2, ariaLabel: `${words}，点开看`,
      callout: { ...callout(words), color: '#ffffff', fontSize: elder ? 20 : 16, borderRadius: 20, borderWidth: 2, borderColor: '#ffffff', bgColor: on ? '#9a4e0a' : '#0f5145', padding: elder ? 12 : 9 },
    };
  }
  const [wide, high] = on ? [36, 45] : elder ? [36, 45] : [28, 35];
  return { ...place, iconPath: on ? (chosenPin as string) : pins[lookOf(first)], width: wide, height: high, zIndex: on ? 9 : 1, ariaLabel: `${first.name}，${first.format}`, ...(on ? { callout: callout(first.name) } : {}) };
}
