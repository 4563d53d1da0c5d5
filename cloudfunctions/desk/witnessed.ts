/** The witness for an outlet or registration without a licence, as staff see it before they decide: what a colleague wrote, her photo, until when. */
import { shanghaiDay } from '../../domain/calendar';
import { filesById } from '../../database/queries/files';
import type { WholeOutlet } from '../../database/queries/outlets';
import { witnessForStaff, type Witnessed } from '../../database/queries/witnesses';
import type { Witnessing } from '../../types/contract/field';
import type { Context } from '../runtime/action';
import { shownPhotos } from '../runtime/shownPhotos';
import { upkeepRules } from '../runtime/upkeep';

/** Its own, else that of the listed outlet which it corrects. */
export const witnessingOfRegistration = async (id: string, outlet: string | null, context: Context): Promise<Witnessing> => {
  const own = await newest({ of: 'registration', id }, context);
  return { now: own ?? (outlet === null ? null : await newest({ of: 'outlet', id: outlet }, context)), days: await daysOf(context) };
};

/** Null: it has a licence, or nobody said that it has none. */
export const witnessingOfOutlet = async (row: WholeOutlet, context: Context): Promise<Witnessing | null> =>
  (row.credit_code !== null || row.unlicensed_reason === null ? null : { now: await newest({ of: 'outlet', id: row.id }, context), days: await daysOf(context) });

const daysOf = async (context: Context): Promise<number> => (await upkeepRules(context)).witness.days;

const newest = async (subject: Witnessed, context: Context): Promise<Witnessing['now']> => {
  const found = await witnessForStaff(context.db, subject);
  if (!found) return null;
  const [photo] = await shownPhotos(await filesById(context.db, [found.photo]), context);
  return { of: subject.of, state: found.state === 'standing' ? 'standing' : 'ended', on: shanghaiDay(Date.parse(found.at)), until: shanghaiDay(Date.parse(found.until)), reason: found.reason, photo: photo ?? null };
};
