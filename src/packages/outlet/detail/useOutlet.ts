import { useState } from 'react';
import type { Output } from '../../../../types/contract';
import { useCall, type Loading } from '../../../services/useCall';
import { usePace, useWalkFrom } from '../../../services/walkFrom';

export type Outlet = Output<'outlet.detail'>['outlet'];

/** The outlet seen from where she starts; where that place has no position, without a walk rather than not at all. */
export function useOutlet(id: string | undefined): Loading<Output<'outlet.detail'>> {
  const from = useWalkFrom();
  const pace = usePace();
  const [lost, setLost] = useState(false);
  const found = useCall('outlet.detail', id === undefined ? null : { id, pace, ...(from && !lost ? { origin: from.origin } : {}) }, { cacheKey: id });
  const code = found.error?.code;
  if (!lost && (code === 'origin_unknown' || code === 'unknown_place')) setLost(true);
  return found;
}
