/** What the form begins with: what is kept on the phone, else what was sent before, else nothing. */
import { useMemo, useState } from 'react';
import type { Output } from '../../../../types/contract';
import type { OwnedOutlet, Registration } from '../../../../types/contract/merchant';
import { uuid } from '../../../services/ids';
import { rememberedPlace } from '../../../services/place';
import { useCall, type Loading } from '../../../services/useCall';
import { emptyForm, formOf } from './form';
import { keptDraft, type KeptDraft } from './kept';

export type Start =
  | { readonly kind: 'form'; readonly key: string; readonly kept: KeptDraft }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'missing' };

interface Asked { readonly id?: string; readonly outlet?: string }

/** `start` is null while the person's registrations are awaited. */
export function useStart({ id, outlet }: Asked): { start: Start | null; mine: Loading<Output<'outlet.mine'>> } {
  const old = id !== undefined || outlet !== undefined;
  const mine = useCall('outlet.mine', old ? {} : null);
  const [fresh] = useState(uuid);
  const registrations = mine.data?.registrations;
  const owned = mine.data?.outlets;
  const failed = mine.state === 'error';
  const start = useMemo<Start | null>(() => {
    if (!old) return { kind: 'form', key: 'new', kept: keptDraft('new').read() ?? begun(fresh) };
    const key = id ?? `outlet-${outlet}`;
    if (registrations) return found(registrations, owned, { id, outlet }, fresh);
    const kept = failed ? keptDraft(key).read() : null;
    return kept && { kind: 'form', key, kept };
  }, [old, id, outlet, registrations, owned, failed, fresh]);
  return { start, mine };
}

const begun = (id: string): KeptDraft => ({ id, revision: 1, outlet: null, reason: null, form: emptyForm(rememberedPlace()?.community?.code ?? null) });

/** S1 A returned one is mended: one revision more. S2 One that waits can't be changed. S3 A listed outlet is changed by a new registration that names it, and begins as it stands on the map. */
export function found(registrations: readonly Registration[], owned: readonly OwnedOutlet[] | undefined, { id, outlet }: Asked, fresh: string): Start {
  const one = registrations.find((registration) => registration.id === id);
  if (one?.state === 'returned') return mended(one);
  if (one?.state === 'pending') return { kind: 'waiting' };
  const named = one?.outlet ?? outlet;
  const of = registrations.filter((registration) => named !== undefined && registration.outlet === named);
  if (of.some(({ state }) => state === 'pending')) return { kind: 'waiting' };
  const last = [...of].sort((a, b) => b.submittedAt.localeCompare(a.submittedAt))[0];
  if (last?.state === 'returned') return mended(last);
  // what stands on the map now, however it came there: claimed, taken over, mended by staff or a list since
  const stands = owned?.find((one) => one.id === named)?.draft ?? last?.draft;
  if (stands === undefined || named === undefined) return { kind: 'missing' };
  const key = `outlet-${named}`;
  return { kind: 'form', key, kept: keptDraft(key).read() ?? { id: fresh, revision: 1, outlet: named ?? null, reason: null, form: formOf(stands) } };
}

export function mended({ id, revision, outlet, reason, draft }: Registration): Start & { kind: 'form' } {
  const kept = keptDraft(id).read();
  return { kind: 'form', key: id, kept: { id, outlet, reason, revision: revision + 1, form: kept?.form ?? formOf(draft) } };
}
