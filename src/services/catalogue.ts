/** Formats, services and paces. The phone keeps them and only asks whether they changed. */
import { useEffect } from 'react';
import type { Catalogue } from '../../types/contract/outlet';
import { call } from './call';
import { observable } from './observable';
import { stored } from './storage';

interface Kept { readonly hash: string; readonly catalogue: Catalogue }
const kept = stored<Kept>('catalogue');
const known = observable<Kept | null>(() => kept.read());
let asked: Promise<void> | null = null;

/** Null until they were once loaded; asked for once a visit, again after a failure. */
export function useCatalogue(): Catalogue | null {
  const now = known.use();
  useEffect(() => void loadCatalogue(), []);
  return now?.catalogue ?? null;
}

/** Safe to call at any time; never rejects. */
export function loadCatalogue(): Promise<void> {
  asked ??= ask().then((had) => {
    if (!had) asked = null;
  });
  return asked;
}

async function ask(): Promise<boolean> {
  const had = known.get();
  const reply = await call('outlet.catalogue', had ? { known: had.hash } : {});
  if (!reply.ok) return false;
  if (reply.data.catalogue === null) return true;
  const now = { hash: reply.data.hash, catalogue: reply.data.catalogue };
  kept.write(now);
  known.set(now);
  return true;
}
