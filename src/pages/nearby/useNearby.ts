/** Outlets page by page. The first page is kept for when there is no network; the rest is asked for as she goes on. */
import { useRef, useState } from 'react';
import type { NearbyInput, OutletCard } from '../../../types/contract/outlet';
import type { ApiError } from '../../../types/errors';
import { call } from '../../services/call';
import { useCall } from '../../services/useCall';

interface Rest {
  /** Which first page it goes on from. */
  readonly of: string;
  readonly items: readonly OutletCard[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly error: ApiError | null;
}

/** `cacheKey` only for the list without filters: an old list must not answer another question. */
export function useNearby(input: NearbyInput | null, cacheKey: string | undefined) {
  const first = useCall('outlet.nearby', input, { cacheKey });
  const of = `${JSON.stringify(input)}@${first.at}`;
  const [kept, setKept] = useState<Rest | null>(null);
  const latest = useRef('');
  latest.current = of;
  const rest = kept?.of === of ? kept : null;
  const head = first.data?.items ?? [];
  const items = rest ? joined(head, rest.items) : head;
  const more = !first.stale && (rest ? rest.more : first.data?.more ?? false);

  async function next() {
    if (input === null || first.data === null || !more || rest?.busy) return;
    const had = rest?.items ?? [];
    setKept({ of, items: had, more: true, busy: true, error: null });
    const reply = await call('outlet.nearby', { ...input, from: head.length + had.length });
    if (latest.current !== of) return;
    setKept(reply.ok
      ? { of, items: [...had, ...reply.data.items], more: reply.data.more, busy: false, error: null }
      : { of, items: had, more: true, busy: false, error: reply.error });
  }
  return { first, items, more, busy: rest?.busy ?? false, error: rest?.error ?? null, next };
}

/** An outlet that moved between two pages stands once. */
function joined(head: readonly OutletCard[], tail: readonly OutletCard[]): OutletCard[] {
  const seen = new Set<string>();
  return [...head, ...tail].filter(({ id }) => !seen.has(id) && seen.add(id));
}
