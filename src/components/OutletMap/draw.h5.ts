/** The Leaflet picture of a few points: looked at, or a place picked on it. */
import L from 'leaflet';
import { at, brand, drawRings, drawStart, escaped, layGround } from './ground.h5';
import type { OutletMapProps } from './props';
import type { LngLat } from './rings';

export interface Drawing {
  show(what: Pick<OutletMapProps, 'origin' | 'points' | 'rings'>): void;
  select(id: string | null): void;
  pick(point: LngLat | null): void;
  end(): void;
}
interface Options { readonly still: boolean; readonly onPick?: (point: LngLat) => void }

const amber = '#9a4e0a';
const crowd = 60;
/** Names shown all the time where a place is picked, to find one's way by. */
const landmarks = 6;
/** Metres between two of them, so that their names don't lie on each other. */
const apart = 200;
const plain = { radius: 8, weight: 2, color: '#ffffff', fillColor: brand, fillOpacity: 1 } as const;
const chosen = { radius: 12, weight: 3, color: '#ffffff', fillColor: amber, fillOpacity: 1 } as const;

export function begin(element: HTMLElement, { still, onPick }: Options): Drawing {
  const { map, layer, end } = layGround(element, still);
  const dots = new Map<string, L.CircleMarker>();
  const small = () => (dots.size > crowd ? 6 : plain.radius);
  const rounded = ({ lat, lng }: L.LatLng): LngLat => ({ lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) });
  let pin: L.Marker | null = null;
  map.createPane('pin').style.zIndex = '700'; // above the names
  if (onPick) map.on('click', ({ latlng }) => onPick(rounded(latlng)));

  return {
    show({ origin, points, rings }) {
      layer.clearLayers();
      dots.clear();
      const named: LngLat[] = [];
      if (origin) drawRings(layer, origin, rings);
      for (const { id, name, point } of points) {
        const dot = L.circleMarker(at(point), { ...plain, interactive: !still, className: 'lz-map__dot' }).addTo(layer);
        dot.bindTooltip(escaped(name), { direction: 'top', offset: [0, -10], className: 'lz-map__name' });
        if (onPick && named.length < landmarks && named.every((other) => map.distance(at(other), at(point)) > apart)) {
          named.push(point);
          dot.unbindTooltip().bindTooltip(escaped(name), { permanent: true, direction: 'top', offset: [0, -6], className: 'lz-map__name' });
        }
        dots.set(id, dot);
      }
      if (origin) {
        const start = drawStart(layer, origin);
        const only = still ? points[0] : undefined;
        if (only) {
          start.bindTooltip(escaped(origin.name), { permanent: true, direction: only.point.lat > origin.lat ? 'bottom' : 'top', offset: [0, only.point.lat > origin.lat ? 10 : -10], className: 'lz-map__name' });
          L.polyline([at(origin), at(only.point)], { color: amber, weight: 2, dashArray: '3 6', interactive: false }).addTo(layer);
        }
      }
      const around = bounds(origin, points, still ? [] : rings);
      if (around) map.fitBounds(around, { padding: still ? [46, 46] : [18, 18], animate: false, maxZoom: 17 });
    },
    select(id) {
      for (const [key, dot] of dots) {
        const on = key === id;
        dot.setStyle(on ? chosen : plain);
        dot.setRadius(on ? chosen.radius : small());
        if (on) dot.bringToFront();
      }
    },
    pick(point) {
      if (point === null || !onPick) {
        pin?.remove();
        pin = null;
        return;
      }
      if (pin === null) {
        pin = L.marker(at(point), { draggable: true, keyboard: false, autoPan: true, pane: 'pin', icon: L.divIcon({ className: 'lz-map__pin', iconSize: [30, 30], iconAnchor: [15, 36] }) }).addTo(map);
        pin.on('dragend', () => pin && onPick(rounded(pin.getLatLng())));
      }
      pin.setLatLng(at(point));
      if (!map.getBounds().contains(at(point))) map.setView(at(point));
    },
    end,
  };
}

/** The widest ring; where there is none, all points. */
function bounds(origin: LngLat | null, points: OutletMapProps['points'], rings: OutletMapProps['rings']): L.LatLngBounds | null {
  const far = Math.max(0, ...rings.map(({ metres }) => metres));
  if (origin && far > 0) return L.latLng(at(origin)).toBounds(far * 2);
  const all = [...(origin ? [at(origin)] : []), ...points.map(({ point }) => at(point))];
  return all.length === 0 ? null : L.latLngBounds(all);
}
