/**
 * One message a day for each officer, in the morning: how much waits in her streets, how much of it is late, and how soon the next limit comes;
 * none where nothing waits. The day is marked first, by officer: however many clocks there are, each is told once.
 */
import { randomUUID } from 'node:crypto';
import { shanghaiDay, startOfShanghaiDay } from '../../domain/calendar';
import type { FunctionDatabase, Handle } from '../../database/handle';
import { waitingCases } from '../../database/queries/cases';
import { addMessage } from '../../database/queries/messages';
import { latestRule } from '../../database/queries/rules';
import type { UpkeepRules } from '../../types/rules';
import { dueBy, hoursLeft, waitsSince } from '../runtime/caseClock';

const hourMs = 3_600_000;

/** Returns how many were told. */
export const sendDigests = async (database: FunctionDatabase, now: Date): Promise<number> => {
  const rules = (await database.read((db) => latestRule<UpkeepRules>(db, 'upkeep')))?.body;
  if (!rules) return 0;
  const morning = new Date(startOfShanghaiDay(now.getTime()) + rules.digestHour * hourMs);
  if (now < morning) return 0;
  const day = shanghaiDay(now.getTime());
  const scopes = await database.read((db) => untold(db, day, morning));
  if (scopes.size === 0) return 0;
  const waiting = await database.read((db) => clocked(db, now, rules));
  let told = 0;
  for (const [person, streets] of scopes) {
    const hers = waiting.filter(({ street }) => streets === null || streets.includes(street));
    if (await database.write((db) => tell(db, person, day, hers, now))) told += 1;
  }
  return told;
};

/** Officers who had a duty this morning and were not told today, with their streets; null: all. */
const untold = async (db: Handle, day: string, morning: Date): Promise<Map<string, string[] | null>> => {
  const rows = await db.selectFrom('lz.officer').select(['person', 'role', 'street_code']).where('ended_at', 'is', null).where('since', '<', morning.toISOString()).where('role', 'in', ['street', 'district'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('lz.digest').select('lz.digest.day').whereRef('lz.digest.person', '=', 'lz.officer.person').where('lz.digest.day', '=', day)))).execute();
  const scopes = new Map<string, string[] | null>();
  for (const { person, role, street_code } of rows) {
    const before = scopes.get(person);
    scopes.set(person, role === 'district' || before === null ? null : [...(before ?? []), ...(street_code === null ? [] : [street_code])]);
  }
  return scopes;
};

interface Clocked { readonly street: string; readonly hoursLeft: number }
/** What only asks somebody to go for a walk is not somebody waiting. */
const clocked = async (db: Handle, now: Date, rules: UpkeepRules): Promise<Clocked[]> => {
  const streets = new Map((await db.selectFrom('lz.community').select(['code', 'street_code']).execute()).map(({ code, street_code }) => [code, street_code]));
  return (await waitingCases(db, null, dueBy(now, rules), false)).filter(({ kind }) => kind !== 'stale')
    .map((row) => ({ street: row.community_code === null ? row.id : streets.get(row.community_code) ?? '', hoursLeft: hoursLeft(row.kind, waitsSince(row, now, rules), now, rules) }));
};

const tell = async (transaction: Handle, person: string, day: string, waiting: readonly Clocked[], now: Date): Promise<boolean> => {
  const first = await transaction.insertInto('lz.digest').values({ person, day, at: now.toISOString() }).onConflict((conflict) => conflict.doNothing()).returning('person').executeTakeFirst();
  if (!first || waiting.length === 0) return false;
  const late = waiting.filter(({ hoursLeft: left }) => left < 0).length;
  const ahead = waiting.map(({ hoursLeft: left }) => left).filter((left) => left >= 0);
  const body = { waiting: String(waiting.length), late: String(late), ...(ahead.length > 0 ? { hours: String(Math.min(...ahead)) } : {}) };
  await addMessage(transaction, { id: randomUUID(), person, kind: 'digest', body, at: now });
  return true;
};
