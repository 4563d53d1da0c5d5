/** What every Leaflet picture begins with: plain ground without tiles or requests, the start and the rings around it. North is up; distances are true, streets are not drawn. */
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Start } from './props';
import type { LngLat, Ring } from './rings';

export const brand = '#17695a';
export const at = ({ lat, lng }: LngLat): L.LatLngTuple => [lat, lng];

/** `still`: only looked at. Ends with `end`, after which it is gone. */
export function layGround(element: HTMLElement, still: boolean): { readonly map: L.Map; readonly layer: L.LayerGroup; end(): void } {
  const map = L.map(element, {
    attributionControl: false, zoomControl: false, keyboard: false, zoomSnap: 0.25, maxZoom: 19, minZoom: 12,
    dragging: !still, touchZoom: !still, scrollWheelZoom: !still, doubleClickZoom: !still, boxZoom: !still,
  });
  if (!still) L.control.zoom({ zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map);
  map.setView([37.928, 102.638], 15);
  const resize = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resize.observe(element);
  return {
    map,
    layer: L.layerGroup().addTo(map),
    end() {
      resize.disconnect();
      map.remove();
    },
  };
}

/** The widest first, so that the others lie on it. */
export function drawRings(layer: L.LayerGroup, origin: LngLat, rings: readonly Ring[]): void {
  for (const { minutes, metres } of [...rings].reverse()) {
    const ring = L.circle(at(origin), { radius: metres, color: brand, weight: 1.5, dashArray: '5 5', fillColor: brand, fillOpacity: 0.07, interactive: false }).addTo(layer);
    L.marker([ring.getBounds().getNorth(), origin.lng], { interactive: false, keyboard: false, icon: icon('lz-map__ring', `${minutes} 分钟`) }).addTo(layer);
  }
}

export const drawStart = (layer: L.LayerGroup, origin: Start): L.Marker => L.marker(at(origin), { interactive: false, keyboard: false, icon: icon('lz-map__origin') }).addTo(layer);

/** As large as its class says. */
export const icon = (className: string, content: string | HTMLElement = ''): L.DivIcon => L.divIcon({ className, html: content, iconSize: undefined });

/** Names are typed by people, and Leaflet takes HTML. */
export function escaped(name: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = name;
  return element;
}
