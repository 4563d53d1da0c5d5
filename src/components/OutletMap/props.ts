import type { LngLat, Ring } from './rings';

export interface Start extends LngLat {
  readonly name: string;
}
export interface MapPoint {
  readonly id: string;
  readonly name: string;
  readonly point: LngLat;
}
export interface OutletMapProps {
  /** What the picture shows, for who can't see it; the same is always said in words elsewhere. */
  readonly label: string;
  readonly origin: Start | null;
  readonly points: readonly MapPoint[];
  readonly rings: readonly Ring[];
  readonly selected: string | null;
  /** Lets a place be chosen by tapping; `picked` is where the pin stands. */
  readonly onPick?: (point: LngLat) => void;
  readonly picked?: LngLat | null;
  /** A small picture that is only looked at. */
  readonly still?: boolean;
}
