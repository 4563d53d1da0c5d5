import type { MapPoint } from '../../../domain/map-points';
import type { Start } from '../OutletMap/props';
import type { Ring } from '../OutletMap/rings';

export interface ClusterMapProps {
  /** What the picture shows, for who can't see it; the same is always said in words elsewhere. */
  readonly label: string;
  readonly origin: Start;
  /** The nearest first. Up to a few thousand. */
  readonly points: readonly MapPoint[];
  readonly rings: readonly Ring[];
  readonly elder: boolean;
  /** Ids. */
  readonly selected: readonly string[];
  /** One, or all of a bubble that can't be taken apart by looking closer. A bubble that can opens by itself. */
  readonly onSelect: (ids: readonly string[]) => void;
}
