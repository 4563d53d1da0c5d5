/**
 * The Leaflet picture of many points. Never more marks than the eye can tell apart: they are gathered anew for each zoom, and
 * only what lies in view is in the document, so a phone draws some dozens, however many outlets there are.
 */
import L from 'leaflet';
import { gather, type Bubble } from '../../../domain/bubbles';
import type { MapPoint } from '../../../domain/map-points';
import { at, drawRings, drawStart, escaped, icon, layGround } from '../OutletMap/ground.h5';
import type { ClusterMapProps } from './props';
import { bubbleWords, firstSight, lookOf, metresPerPixel, opensByZoom, room } from './sight';

export interface Drawing {
  /** Begins anew: what is shown first is what lies around the origin. */
  show(what: Pick<ClusterMapProps, 'origin' | 'points' | 'rings' | 'elder'>): void;
  select(ids: readonly string[]): void;
  end(): void;
}
/** Of the view on each side: a short way there is nothing to draw. */
const margin = 0.2;
/** Leaflet puts what lies north under what lies south. */
const overRings = 1000;

export function begin(element: HTMLElement, onSelect: (ids: readonly string[]) => void): Drawing {
  const { map, layer, end } = layGround(element, false);
  const marks = L.layerGroup().addTo(map);
  const drawn = new Map<Bubble<MapPoint>, L.Marker>();
  let now: Parameters<Drawing['show']>[0] | null = null;
  let bubbles: readonly Bubble<MapPoint>[] = [];
  let gatheredAt: number | null = null;
  let selected: readonly string[] = [];
  const clear = () => {
    marks.clearLayers();
    drawn.clear();
    gatheredAt = null;
  };
  const open = (bubble: Bubble<MapPoint>) => {
    if (!opensByZoom(bubble, now?.elder ?? false)) return onSelect(bubble.points.map(({ id }) => id));
    const box = L.latLngBounds(bubble.points.map(({ point }) => at(point)));
    // in one step: on a slow phone a gliding map takes the next tap for another place
    map.setView(box.getCenter(), Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, map.getBoundsZoom(box, false, L.point(40, 40)))), { animate: false });
  };
  const add = (bubble: Bubble<MapPoint>) => {
    const [first, ...others] = bubble.points;
    const several = others.length > 0;
    const content = several ? escaped(bubbleWords(bubble)) : document.createElement('i');
    const mark = L.marker(at(first.point), { keyboard: false, zIndexOffset: overRings, icon: icon(`lz-mark lz-mark--${several ? 'bubble' : lookOf(first)}${aside(first)}`, content) });
    mark.on('click', () => (several ? open(bubble) : onSelect([first.id])));
    drawn.set(bubble, mark.addTo(marks));
    if (selected.includes(first.id)) choose(bubble, mark);
  };
  /** The start must stay to be seen, and what lies on it to be read. */
  const aside = ({ point }: MapPoint): string => {
    if (now === null) return '';
    const [start, here] = [map.latLngToContainerPoint(at(now.origin)), map.latLngToContainerPoint(at(point))];
    return start.distanceTo(here) > room(now.elder) / 2.2 ? '' : here.y > start.y ? ' lz-mark--below' : ' lz-mark--above';
  };
  const choose = ({ points: [first, ...others] }: Bubble<MapPoint>, mark: L.Marker) => {
    const on = selected.includes(first.id);
    mark.getElement()?.classList.toggle('lz-mark--chosen', on);
    mark.setZIndexOffset(on ? 2000 : overRings).unbindTooltip();
    if (on && others.length === 0) mark.bindTooltip(escaped(first.name), { permanent: true, direction: 'top', offset: [0, -14], className: 'lz-map__name' });
  };
  const draw = () => {
    if (now === null) return;
    if (gatheredAt !== map.getZoom()) {
      clear();
      gatheredAt = map.getZoom();
      bubbles = gather(now.points, room(now.elder) * metresPerPixel(gatheredAt, now.origin.lat));
    }
    const view = map.getBounds().pad(margin);
    for (const bubble of bubbles) {
      const seen = view.contains(at(bubble.points[0].point));
      const mark = drawn.get(bubble);
      if (seen && mark === undefined) add(bubble);
      if (!seen && mark !== undefined) {
        mark.remove();
        drawn.delete(bubble);
      }
    }
  };
  map.on('moveend', draw);

  return {
    show(what) {
      now = null; // the view is set first, or the old would be drawn once more
      clear();
      layer.clearLayers();
      drawRings(layer, what.origin, what.rings);
      drawStart(layer, what.origin);
      map.fitBounds(L.latLng(at(what.origin)).toBounds(firstSight(what.origin, what.rings, what.points) * 2), { padding: [18, 18], animate: false, maxZoom: 17 });
      now = what;
      draw();
    },
    select(ids) {
      selected = ids;
      for (const [bubble, mark] of drawn) choose(bubble, mark);
    },
    end,
  };
}
