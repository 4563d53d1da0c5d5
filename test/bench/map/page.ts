/** What runs in the browser: the app's own picture of many points, and beside it the same points each drawn by itself. */
import L from 'leaflet';
import type { MapPoint } from '../../../domain/map-points';
import { unpackPoints } from '../../../domain/map-points';
import { begin } from '../../../src/components/ClusterMap/draw.h5';
import { at, drawRings, drawStart, icon, layGround } from '../../../src/components/OutletMap/ground.h5';
import { ringsBy } from '../../../src/components/OutletMap/rings';
import type { PointsFound } from '../../../types/contract/outlet';

export interface Turn { readonly stands: number; readonly zoom: number; readonly elements: number }
type Way = 'gathered' | 'circles' | 'icons';

/** Two frames later what was asked for has been laid out and painted. */
const painted = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
/** The animation of a zoom is Leaflet's own and the same for all: what is measured is the work. */
const pressed = async (element: HTMLElement) => {
  const button = element.querySelector<HTMLElement>('.leaflet-control-zoom-in')!;
  const started = performance.now();
  button.click();
  await new Promise((done) => setTimeout(done, 260)); // its animation
  await painted();
  return performance.now() - started - 260;
};

const alone = (element: HTMLElement, way: Way, points: readonly MapPoint[], origin: PointsFound['origin'], rings: ReturnType<typeof ringsBy>) => {
  const { map, layer, end } = layGround(element, false);
  drawRings(layer, origin.point, rings);
  for (const { point } of points) {
    const one = way === 'circles' ? L.circleMarker(at(point), { radius: 8, weight: 2, color: '#ffffff', fillColor: '#17695a', fillOpacity: 1 }) : L.marker(at(point), { keyboard: false, icon: icon('lz-mark lz-mark--open', document.createElement('i')) });
    one.on('click', () => undefined).addTo(layer);
  }
  drawStart(layer, { ...origin.point, name: origin.name });
  map.fitBounds(L.latLng(at(origin.point)).toBounds(692 * 2), { padding: [18, 18], animate: false });
  return { end };
};

const gathered = (element: HTMLElement, points: readonly MapPoint[], origin: PointsFound['origin'], rings: ReturnType<typeof ringsBy>) => {
  const drawing = begin(element, () => undefined);
  drawing.show({ origin: { ...origin.point, name: origin.name }, points, rings, elder: false });
  return drawing;
};

const turn = async (way: Way, text: string): Promise<Turn> => {
  const element = document.createElement('div');
  element.className = 'lz-map__ground';
  document.querySelector('.lz-map')!.append(element);
  await painted();
  const started = performance.now();
  const found = JSON.parse(text) as PointsFound; // as it arrives
  const points = unpackPoints(found, found.origin.point);
  const rings = ringsBy(found.walking.metresPerMinute.normal, found.walking.detour);
  const drawing = way === 'gathered' ? gathered(element, points, found.origin, rings) : alone(element, way, points, found.origin, rings);
  await painted();
  const stands = performance.now() - started;
  const zoom = await pressed(element);
  const elements = element.querySelectorAll('*').length;
  drawing.end();
  element.remove();
  await painted();
  return { stands, zoom, elements };
};
Object.assign(window, { turn });
