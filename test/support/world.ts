/**
 * A small Liangzhou for tests: rules and places loaded, one round running, one just closed, the cast in
 * their duties, and a clock that tests set.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addRule, ruleHash } from '../../database/seed';
import { showWaitingRemarks } from '../../cloudfunctions/clock/remarks';
import type { LogEntry } from '../../cloudfunctions/runtime/action';
import type { ContentCheck } from '../../cloudfunctions/runtime/contentCheck';
import { sha256Hex } from '../../cloudfunctions/runtime/hashing';
import { remarkOpener } from '../../cloudfunctions/runtime/remarkBox';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { foldCode } from '../../domain/codes';
import type { Household } from '../../domain/draw';
import { letterText, normaliseLetterCode } from '../../domain/letter-code';
import { withdrawSecretText } from '../../domain/leaf';
import { openHost, type Host } from '../../local/host';
import { cast } from '../../local/demo/cast';
import { loadLetters } from '../../local/letters/loadLetters';
import type { LetterList } from '../../local/letters/letterList';
import { drawLetters, frameHashOf } from '../../local/letters/makeLetters';
import { defineRound } from '../../local/rounds/defineRound';
import { roundKeysInMemory } from '../../local/roundKeys';
import { identityOf } from '../../local/sessions';
import { demoPlaces, formats, method, plan, questionnaireA, questionnaireB } from '../../rules';
import type { ActionName, Input, Output } from '../../types/contract';
import { roundById } from '../../database/queries/rounds';
import type { RoundDefinition } from '../../types/round';
import type { Role } from '../../types/contract/shared';
import { contractVersion } from '../../types/contract/version';
import type { Reply } from '../../types/errors';
import type { CensusTable, Questionnaire } from '../../types/rules';
import { openTestDatabase } from './testDatabase';

export const nanyuan = '620602001001';
export const dazhong = '620602001002';
export const ronghua = '620602007001';
export const dongdajieStreet = '620602001';
export const ronghuaStreet = '620602007';
export const noon = new Date('2026-11-18T04:00:00.000Z'); // a Wednesday, 12:00 in Liangzhou
export const secret = 'a secret for tests alone, long enough';
export const remarkKey = Buffer.from('ab0c'.repeat(16), 'hex');
export const questionnaireHash = ruleHash(questionnaireA);
const hour = 3_600_000;
const day = 24 * hour;

/** Of the cast, and strangers as needed. */
export type Persona = 'elder' | 'young' | 'noodles' | 'cobbler' | 'community' | 'street' | 'department' | 'district' | 'administrator' | 'oversight' | (string & {});

export interface World {
  readonly host: Host;
  readonly url: string | null;
  /** Sets the clock of the functions. */
  setNow(now: Date): void;
  now(): Date;
  /** Calls an action in this process, as the runtime would be called. */
  call<A extends ActionName>(persona: Persona, action: A, input: Input<A>): Promise<Reply<Output<A>>>;
  close(): Promise<void>;
}
export const identity = (persona: Persona) => identityOf(`cast-${persona}`);

/** `checkReplies` false is how production runs: what the benchmarks measure. `today`: the moment around which its rounds lie. */
export const openWorld = async (identityFor: (persona: Persona) => string = identity, checkReplies = true, today = noon, contentCheck?: ContentCheck, log?: (entry: LogEntry) => void): Promise<World> => {
  const { database, url, close } = await openTestDatabase(true);
  let now = today;
  const filesFolder = mkdtempSync(join(tmpdir(), 'lz-files-'));
  const host = await openHost({ database, secret, roundKeys: roundKeysInMemory(), remarkKey, contentCheck, filesFolder, settings: { hotline: '12345', publicUrl: 'http://localhost:10086', demo: true }, now: () => now, checkReplies, log });
  const { owner } = database;
  for (const place of demoPlaces.communities) {
    await owner.updateTable('lz.community').set({ centre_lng: place.lng, centre_lat: place.lat, centre_status: '演示' }).where('code', '=', place.code).execute();
  }
  await owner.insertInto('lz.poster').values([
    { scene: 'nanyuan001', community_code: nanyuan, created_at: noon.toISOString(), created_by: null, revoked_at: null },
    { scene: 'oldnanyuan', community_code: nanyuan, created_at: noon.toISOString(), created_by: null, revoked_at: noon.toISOString() },
  ]).execute();
  await addRound(host, { id: 'running', title: '正在进行的一轮', source: 'open', opens: -5 * day, closes: 5 * day }, today);
  await addRound(host, { id: 'closed', title: '刚结束的一轮', source: 'drawn', opens: -30 * day, closes: -2 * hour }, today);
  for (const { name, duty } of cast) {
    if (duty) await addOfficer(host, identityFor(name), duty);
  }
  return {
    host,
    url,
    setNow: (date) => { now = date; },
    now: () => now,
    call: async (persona, action, input) => {
      const [name, verb] = action.split('.') as ['survey' | 'outlet' | 'desk' | 'export' | 'voice', string];
      return (await host.handlers[name]({ action: verb, v: contractVersion, data: input }, identityFor(persona))) as never;
    },
    close: () => {
      rmSync(filesFolder, { recursive: true, force: true });
      return close();
    },
  };
};

/** Offsets in ms from `today`. Asks every community of a circle, but those in `without`; `questionnaire`: another than the rule file's, loaded before. */
export const addRound = async ({ database: { owner }, roundKeys, secrets }: Host, round: { id: string; source: 'open' | 'drawn'; opens: number; closes: number; without?: readonly string[]; interims?: readonly number[]; census?: CensusTable; keepFor?: number; questionnaire?: Questionnaire; title?: string }, today = noon) => {
  const at = (offset: number) => new Date(today.getTime() + offset).toISOString();
  const codes = [...new Set(plan.circles.flatMap(({ communities }) => communities))].filter((code) => !round.without?.includes(code));
  const key = await roundKeys.make(round.id);
  if (round.census) await owner.transaction().execute((tx) => addRule(tx, round.census!));
  await owner.transaction().execute((tx) => defineRound(tx, {
    definition: {
      id: round.id, title: round.title ?? `${round.id} round`, source: round.source, questionnaire: round.questionnaire ? ruleHash(round.questionnaire) : questionnaireHash, method: ruleHash(method), census: round.census ? ruleHash(round.census) : null, opensAt: at(round.opens), closesAt: at(round.closes),
      graceHours: 24, ...(round.keepFor === undefined ? {} : { keepUntil: at(round.keepFor) }), releases: [...(round.interims ?? []).map((interim) => ({ kind: 'interim' as const, at: at(interim) })), { kind: 'final' as const, at: at(round.closes + 25 * hour) }], communities: codes.map((code) => ({ code, target: 20 })), approval: round.questionnaire?.approval ?? null, demo: true,
    },
    key, publicKey: secrets.publicKey,
  }, new Date(today.getTime() + round.opens)));
};

export interface Lettered {
  /** Community → the codes of its letters. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  readonly list: LetterList;
  readonly definition: RoundDefinition;
  readonly frame: readonly Household[];
}
/** A drawn round with letters to some communities, their list sealed a day before it opens. Offsets in ms from `today`. */
export const addLetteredRound = async (host: Host, round: { id: string; opens: number; closes: number; letters: ReadonlyMap<string, number>; interims?: readonly number[] }, today = noon): Promise<Lettered> => {
  const at = (offset: number) => new Date(today.getTime() + offset);
  const frame = [...round.letters].flatMap(([community, n]) => Array.from({ length: n * 2 }, (_, i) => ({ community, number: String(i + 1), address: `${i + 1} 号` })));
  const key = await host.roundKeys.make(round.id);
  const definition = await host.database.owner.transaction().execute(async (tx) => {
    await defineRound(tx, {
      definition: {
        id: round.id, title: `${round.id} round`, source: 'drawn', questionnaire: questionnaireHash, method: ruleHash(method), census: null, opensAt: at(round.opens).toISOString(), closesAt: at(round.closes).toISOString(),
        graceHours: 24, releases: [...(round.interims ?? []).map((interim) => ({ kind: 'interim' as const, at: at(interim).toISOString() })), { kind: 'final' as const, at: at(round.closes + 25 * hour).toISOString() }],
        communities: [...round.letters.keys()].map((code) => ({ code, target: 20 })), approval: null, demo: true,
        sample: {
          from: 'frame', frame: frameHashOf(frame), households: frame.length, seed: '一次公开的抽奖', seedAt: at(round.opens - 2 * day).toISOString(),
          letters: [...round.letters].map(([code, letters]) => ({ code, letters })),
        },
      },
      key, publicKey: host.secrets.publicKey,
    }, at(round.opens - 3 * day));
    return (await roundById(tx, round.id))!.definition!;
  });
  const { letters, list } = drawLetters(definition, frame, '03 08 12 21 27 33 09');
  await loadLetters(host.database, list, at(round.opens - day));
  const codes = new Map([...round.letters.keys()].map((community) => [community, letters.filter(({ household }) => household.community === community).map(({ code }) => code)]));
  return { codes, list, definition, frame };
};
/** What the phone sends of a letter's code. */
export const letterOf = (code: string): string => sha256Hex(letterText(normaliseLetterCode(code)!));
/** 4,000 adults and more in each community of a circle. */
export const census = (change: Partial<CensusTable> = {}): CensusTable => ({
  kind: 'census', version: '2026', title: '社区人口表', source: '测试', status: '官方', verified: true,
  communities: [...new Set(plan.circles.flatMap(({ communities }) => communities))].sort().map((code, i) => ({ code, adults: { '18-59': 3000 + 200 * i, '60-up': 1000 } })), ...change,
});

/** Everything that waits in the round moved and sealed, as the clock would within a day. */
export const seal = ({ database }: Host, round: string, now = noon) => database.as('clock').write((db) => sealRound(db, round, now));

/** What the clock does with residents' texts. */
export const showRemarks = ({ database }: Host, now = noon, key: Uint8Array | null = remarkKey) => showWaitingRemarks(database.as('clock'), now, key && remarkOpener(key));

let officers = 0;
export const addOfficer = async ({ database: { owner }, secrets }: Host, identityOfOfficer: string, duty: { role: Role; street?: string | null; community?: string; department?: string }) => {
  officers += 1;
  await owner.insertInto('lz.officer').values({
    id: `00000000-0000-4000-8000-${String(officers).padStart(12, '0')}`, person: secrets.person(identityOfOfficer), role: duty.role, street_code: duty.street ?? null, community_code: duty.community ?? null, department: duty.department ?? null,
    since: noon.toISOString(), invited_by: null, ended_at: null,
  }).onConflict((c) => c.doNothing()).execute();
};

/** A whole, valid questionnaire A of a resident of a community. */
export const wholeAnswers = (community: string, change: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  A1: community, A2: '70-79', A3: 'over-3-years', A4: 'self', A5: ['elder'],
  ...Object.fromEntries(['A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13', 'A15'].map((id) => [id, 'satisfied'])),
  A16: 'within-5', A17: ['price'], ...change,
});

export const needsHash = ruleHash(questionnaireB);
/** A whole, valid questionnaire B: there is enough of everything, but what `change` says. */
export const wholeNeeds = (community: string, change: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  B1: community, B2: '70-79', B3: 'over-3-years', B4: 'self', B5: ['elder'],
  ...Object.fromEntries(formats.formats.filter(({ class: of }) => of !== 'other').map(({ code }) => [`B6-${code}`, 'enough'])),
  B9: ['tailoring'], B10: ['canteen'], B12: ['shop'], B13: ['morning'], B14: '10', B15: ['worker'], ...change,
});

let ids = 0;
export const newId = () => `11111111-1111-4111-8111-${String((ids += 1)).padStart(12, '0')}`;

export const submission = (community: string, change: Partial<Input<'survey.submit'>> = {}): Input<'survey.submit'> => ({
  submissionId: newId(), round: 'running', ticket: null, questionnaireHash, community, answers: wholeAnswers(community), seconds: 120, ...change,
});

/** As the phone makes it, of a secret that it keeps. */
export const withdrawHashOf = (round: string, secretOfAnswer: string) => sha256Hex(withdrawSecretText(round, foldCode(secretOfAnswer)));

export const draft = (change: Partial<Input<'outlet.register'>['draft']> = {}): Input<'outlet.register'>['draft'] => ({
  name: '老街牛肉面馆', format: 'breakfast', services: ['breakfast-serving'], community: nanyuan, point: { lng: 102.6421, lat: 37.9240 }, address: '东巷12号', phone: null,
  hours: Array.from({ length: 7 }, () => [{ from: 360, to: 840 }]), creditCode: '92620602MA0000015G', unlicensedReason: null,
  facts: { cash: 'yes', stepFree: 'no', seats: 'yes', staffed: 'unknown' }, ...change,
});

export const valueOf = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(`refused: ${reply.error.code} ${reply.error.field ?? ''}`);
  return reply.data;
};
export const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);
