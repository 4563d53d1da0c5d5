/** Call-backs of letters (domain/callback.ts): their entries, each a leaf of the round's list; and what anybody may see of them. */
import { sql } from 'kysely';
import type { CallbackEntry, CallbackPlan, CallbackShown } from '../../types/callback';
import type { Handle } from '../handle';

export interface StoredEntry { readonly number: number; readonly at: string; readonly entry: CallbackEntry; readonly shown: readonly CallbackShown[] | null; readonly leaf: Uint8Array }

/** All of them, in their order. For whoever owns the tables. */
export const callbackEntries = async (db: Handle, round: string): Promise<StoredEntry[]> =>
  (await db.selectFrom('lz.callback').select(['number', 'at', 'body', 'shown', 'leaf']).where('round_id', '=', round).orderBy('number').execute()).map(({ body, ...row }) => ({ ...row, entry: body }));

/** Adds an entry and its leaf; the seal over it follows in the same transaction, or the database undoes it. */
export const addCallbackEntry = async (db: Handle, { number, entry, shown, leaf }: Omit<StoredEntry, 'at'>): Promise<void> => {
  const { round, at, kind } = entry;
  await db.insertInto('lz.callback').values({ round_id: round, number, at, kind, body: JSON.stringify(entry), shown: shown && JSON.stringify(shown), leaf }).execute();
  await sql`insert into lz.leaf (round_id, position, leaf) select ${round}, max(position) + 1, ${leaf} from lz.leaf where round_id = ${round}`.execute(db);
};

export interface PublicCallback extends Pick<CallbackPlan, 'seed' | 'seedAt' | 'troubleAbove' | 'communities'> {
  /** Of the last entry. */
  readonly at: string;
  readonly state: CallbackEntry['kind'];
  /** How often the counts were corrected. */
  readonly corrected: number;
  /** Of the last counts; null before there are any. */
  readonly shown: readonly CallbackShown[] | null;
}

export const publicCallback = async (db: Handle, round: string): Promise<PublicCallback | null> => {
  const plan = await db.selectFrom('lz.callback_plan').selectAll().where('round_id', '=', round).executeTakeFirst();
  const last = await db.selectFrom('lz.callback').select(['number', 'at', 'kind', 'shown']).where('round_id', '=', round).orderBy('number', 'desc').limit(1).executeTakeFirst();
  if (!plan || !last) return null;
  return {
    seed: plan.seed, seedAt: plan.seed_at, troubleAbove: plan.trouble_above, communities: plan.communities, at: last.at, state: last.kind, corrected: Math.max(0, last.number - 2), shown: last.shown,
  };
};
