import type { ReactNode } from 'react';
import type { PointsInput } from '../../../types/contract/outlet';
import { Loaded } from '../../components/StateView/Loaded';
import { usePull } from '../../services/pull';
import { useCall } from '../../services/useCall';
import { Picture } from './Picture';

interface Props {
  readonly input: PointsInput;
  /** Under which the last map is kept for when there is no network; only without filters. */
  readonly cacheKey: string | undefined;
  readonly ways: ReactNode;
  /** Where nothing fits there is nothing to draw. */
  readonly nothing: ReactNode;
}

/** The same outlets as a picture. A tapped mark shows its card, which leads on; the list has all of it in words. */
export function MapView({ input, cacheKey, ways, nothing }: Props) {
  const found = useCall('outlet.points', input, { cacheKey });
  usePull(found.reload);
  return <Loaded of={found} ways={ways} cards={1}>{(points) => (points.rows.length === 0 ? nothing : <Picture found={points} />)}</Loaded>;
}
