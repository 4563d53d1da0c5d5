/** What neighbours say, page by page. */
import { useState } from 'react';
import type { ShownReview } from '../../../../../types/contract/voice';
import { call } from '../../../../services/call';
import { useReturned } from '../../../../services/returned';
import { useCall } from '../../../../services/useCall';

export function useVoices(outlet: string) {
  const first = useCall('voice.about', { outlet });
  useReturned(first.reload);
  const [rest, setRest] = useState<{ readonly at: number | null; readonly items: readonly ShownReview[]; readonly more: boolean }>({ at: null, items: [], more: false });
  const [busy, setBusy] = useState(false);
  // read anew, the first page may have moved: what came after it is asked for again
  const later = rest.at === first.at ? rest : { at: first.at, items: [], more: first.data?.more ?? false };
  const head = first.data?.reviews ?? [];
  const next = async () => {
    if (busy) return;
    setBusy(true);
    const reply = await call('voice.about', { outlet, from: head.length + later.items.length });
    setBusy(false);
    if (reply.ok) setRest({ at: first.at, items: [...later.items, ...reply.data.reviews], more: reply.data.more });
  };
  const seen = new Set<string>();
  return { first, busy, next, more: later.more, reviews: [...head, ...later.items].filter(({ id }) => !seen.has(id) && seen.add(id)) };
}
