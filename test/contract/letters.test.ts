/** Letters: one code, one answer, of the household that was drawn; and what a code, a helper's token and a change of mind can't be used for. */
import { sql } from 'kysely';
import { figuresOf } from '../../cloudfunctions/clock/release';
import { tick } from '../../cloudfunctions/clock/tick';
import { sealTimes } from '../../database/queries/releases';
import { roundById } from '../../database/queries/rounds';
import { auditRound } from '../../local/audit/auditRound';
import { loadLetters } from '../../local/letters/loadLetters';
import type { Input } from '../../types/contract';
import { addLetteredRound, codeOf, dazhong, letterOf, nanyuan, newId, noon, openWorld, seal, submission, valueOf, wholeAnswers, withdrawHashOf, type Lettered, type World } from '../support/world';

const hour = 3_600_000;
const day = 24 * hour;
let world: World;
let round: Lettered;
beforeAll(async () => {
  world = await openWorld();
  // closes after the other running round, so whoever begins by the poster begins this one
  round = await addLetteredRound(world.host, { id: 'lettered', opens: -day, closes: 9 * day, letters: new Map([[nanyuan, 60], [dazhong, 30]]) });
}, 60_000);
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

let taken = 0;
const nextCode = (community = nanyuan) => round.codes.get(community)![(taken += 1) - 1]!;
const drawn = (code: string, change: Partial<Input<'survey.submit'>> = {}, answers: Record<string, string> = {}, community = nanyuan): Input<'survey.submit'> =>
  submission(community, { round: 'lettered', letter: letterOf(code), answers: wholeAnswers(community, { A4b: '2', ...answers }), ...change });
const open = (change: Partial<Input<'survey.submit'>> = {}) => submission(nanyuan, { round: 'lettered', ...change });
const count = async (where: string) => (await sql<{ n: number }>`select count(*)::integer as n from ${sql.raw(where)}`.execute(world.host.database.owner)).rows[0]!.n;
const answered = async (source: string) => (await sql<{ n: number }>`select coalesce(sum(answered), 0)::integer as n from lz.answered where round_id = 'lettered' and source = ${source}`.execute(world.host.database.owner)).rows[0]!.n;

test('a code opens the questionnaire of its community, with the question that only drawn households are asked', async () => {
  const begun = valueOf(await world.call('opener', 'survey.begin', { letter: letterOf(nextCode()) }));
  expect(begun).toMatchObject({ community: { code: nanyuan }, round: { id: 'lettered', source: 'drawn' } });
  const byPoster = valueOf(await world.call('opener', 'survey.begin', { community: nanyuan }));
  expect(byPoster.round).toMatchObject({ id: 'lettered', source: 'open' });
});

test('one code, one answer: sent again it has the same receipt, another answer or another phone is told 已答过 without one', async () => {
  const before = await answered('drawn');
  const answer = drawn(nextCode());
  const { receipt } = valueOf(await world.call('l1', 'survey.submit', answer));
  expect(valueOf(await world.call('l1', 'survey.submit', answer)).receipt).toBe(receipt);
  for (const who of ['l1', 'l1-other']) {
    const other = await world.call(who, 'survey.submit', { ...answer, submissionId: newId() });
    expect(codeOf(other)).toBe('already_answered');
    expect(JSON.stringify(other)).not.toContain(receipt);
  }
  expect(codeOf(await world.call('l1-other', 'survey.begin', { letter: answer.letter! }))).toBe('already_answered');
  expect(await answered('drawn')).toBe(before + 1);
});

test('a guessed code, one of another community, and one of another round are refused, and write nothing', async () => {
  const before = await count(`lz.participation`);
  const guessed = drawn('000000-000000-000000');
  expect(codeOf(await world.call('l2', 'survey.begin', { letter: guessed.letter! }))).toBe('letter_unknown');
  expect(codeOf(await world.call('l2', 'survey.submit', guessed))).toBe('letter_elsewhere');
  expect(codeOf(await world.call('l2', 'survey.submit', drawn(round.codes.get(dazhong)![0]!)))).toBe('letter_elsewhere');
  expect(codeOf(await world.call('l2', 'survey.submit', submission(nanyuan, { letter: letterOf(nextCode()) })))).toBe('letter_elsewhere');
  expect(await count('lz.participation')).toBe(before);
});

test('after the closing a code is refused, but for an answer begun in time', async () => {
  const code = nextCode();
  const { ticket } = valueOf(await world.call('l3', 'survey.begin', { letter: letterOf(code) }));
  world.setNow(new Date(noon.getTime() + 9 * day + hour));
  expect(codeOf(await world.call('l3', 'survey.begin', { letter: letterOf(code) }))).toBe('round_closed');
  expect(codeOf(await world.call('l3', 'survey.submit', drawn(code)))).toBe('round_closed');
  expect(codeOf(await world.call('l3', 'survey.submit', drawn(code, { ticket })))).toBe('ok');
});

test('whoever answered her own letter is not counted at the poster too; a helper who entered somebody else’s is', async () => {
  valueOf(await world.call('own', 'survey.submit', drawn(nextCode())));
  expect(codeOf(await world.call('own', 'survey.submit', open()))).toBe('already_answered');
  valueOf(await world.call('helper', 'survey.submit', drawn(nextCode(), {}, { A4: 'staff' })));
  expect(codeOf(await world.call('helper', 'survey.submit', open()))).toBe('ok');
});

test('two hundred sendings of one code at once, from many phones: one is taken', async () => {
  const code = nextCode();
  const codes = (await Promise.all(Array.from({ length: 200 }, (_, i) => world.call(`racer-${i}`, 'survey.submit', drawn(code))))).map(codeOf);
  expect(codes.filter((one) => one === 'ok')).toHaveLength(1);
  expect(codes.filter((one) => one === 'already_answered')).toHaveLength(199);
});

test('the third code on one phone is flagged and counts; entered at once, exactly those beyond the second are', async () => {
  const sent = await Promise.all(Array.from({ length: 5 }, () => world.call('one-phone', 'survey.submit', drawn(nextCode(), {}, { A4: 'staff' }))));
  expect(sent.map(codeOf)).toEqual(Array.from({ length: 5 }, () => 'ok'));
  const crowded = async () => (await sql<{ n: number }>`select count(*)::integer as n from (select crowded from lz.response_inbox where round_id = 'lettered' union all select crowded from lz.response where round_id = 'lettered') r where crowded`.execute(world.host.database.owner)).rows[0]!.n;
  expect(await crowded()).toBe(3);
  const again = drawn(nextCode(), {}, { A4: 'staff' });
  const { receipt } = valueOf(await world.call('one-phone', 'survey.submit', again));
  expect(valueOf(await world.call('one-phone', 'survey.submit', again)).receipt).toBe(receipt);
  expect(await crowded()).toBe(4);
});

test('a drawn answer taken back is answered again as drawn, without the code; an open one stays open', async () => {
  for (const [source, answer] of [['drawn', drawn(nextCode())], ['open', open()]] as const) {
    const secret = `secret-of-${source}-abcdefgh`;
    const [who, home] = [`back-${source}`, `home-${source}`];
    valueOf(await world.call(who, 'survey.submit', { ...answer, withdrawHash: withdrawHashOf('lettered', secret) }));
    expect(codeOf(await world.call(home, 'survey.begin', { community: nanyuan, again: secret }))).toBe('not_withdrawn');
    valueOf(await world.call(home, 'survey.withdraw', { round: 'lettered', secret }));
    expect(valueOf(await world.call(home, 'survey.begin', { community: nanyuan, again: secret })).round.source).toBe(source);
    const before = await answered(source);
    valueOf(await world.call(home, 'survey.submit', { ...open({ again: secret }), answers: wholeAnswers(nanyuan, source === 'drawn' ? { A4b: '3' } : {}) }));
    expect(await answered(source)).toBe(before + 1);
  }
});

test('the database takes no drawn answer without a letter', async () => {
  await expect(world.host.database.as('survey').write((db) => sql`select lz.take_response('lettered', ${Buffer.alloc(32, 1)}, ${Buffer.alloc(32, 2)}, ${Buffer.alloc(32, 3)}, ${Buffer.alloc(16)}, ${Buffer.alloc(32, 4)}, null,
    ${nanyuan}, '70-79', true, 'drawn', 'self', false, 'h', '{}'::jsonb, 60, false, null, '2026-11-18'::date, ${Buffer.alloc(32, 5)})`.execute(db))).rejects.toThrow('lz_letter');
});

test('no function reads a code’s hash, and nobody changes the list', async () => {
  for (const user of ['survey', 'desk', 'clock', 'outlet'] as const) {
    await expect(world.host.database.as(user).read((db) => sql`select code_hash from lz.letter`.execute(db))).rejects.toThrow(/permission denied/);
    await expect(world.host.database.as(user).read((db) => sql`select * from lz.letter_phone`.execute(db))).rejects.toThrow(/permission denied/);
  }
  for (const statement of [`delete from lz.letter`, `update lz.letter_list set issued = 1`, `update lz.letter set community_code = '${dazhong}'`]) {
    await expect(sql.raw(statement).execute(world.host.database.owner)).rejects.toThrow(/not allowed/);
  }
});

test('a list is taken once, before the opening, and only where it fits the definition', async () => {
  const load = (change: Partial<Lettered['list']>, now = new Date(noon.getTime() - 2 * day)) => loadLetters(world.host.database, { ...round.list, ...change }, now);
  expect(await load({})).toMatchObject({ again: true, issued: 90 });
  await expect(load({ letters: round.list.letters.slice(1) })).rejects.toThrow('不能再换');
  await expect(load({ round: 'running' })).rejects.toThrow('没有设抽样');
  await expect(load({ round: 'nowhere' })).rejects.toThrow('没有编号');
  const later = await addLetteredRoundWithoutList('later');
  await expect(load({ round: later }, new Date(noon.getTime() + 30 * day))).rejects.toThrow('已经开始');
  await expect(load({ round: later }, new Date(noon.getTime() - 30 * day))).rejects.toThrow('才公布');
  await expect(load({ round: later, letters: round.list.letters.slice(1) })).rejects.toThrow(/规定 \d+ 封信/);
  await expect(load({ round: later, letters: [...round.list.letters.slice(1), round.list.letters[1]!] })).rejects.toThrow('出现了两次');
  await expect(load({ round: later, origin: 'external', seed: null, drawn: null })).rejects.toThrow('外部名单');
});

/** Defined like the other, and no list taken for it yet. */
const addLetteredRoundWithoutList = async (id: string): Promise<string> => {
  const { definition } = round;
  const { defineRound } = await import('../../local/rounds/defineRound');
  const key = await world.host.roundKeys.make(id);
  const at = (offset: number) => new Date(noon.getTime() + offset).toISOString();
  await world.host.database.owner.transaction().execute((tx) => defineRound(tx, {
    definition: { ...definition, id, opensAt: at(20 * day), closesAt: at(25 * day), releases: [{ kind: 'final', at: at(27 * day) }], sample: { ...definition.sample!, seedAt: at(-10 * day) } as never },
    key, publicKey: world.host.secrets.publicKey,
  }, noon));
  return id;
};

test('published apart: drawn with its letters, open beside it; the audit redoes both and the list', async () => {
  for (let i = 0; i < 25; i += 1) valueOf(await world.call(`more-${i}`, 'survey.submit', drawn(nextCode(), {}, { A6: i % 8 === 0 ? 'neutral' : 'satisfied' })));
  for (let i = 0; i < 9; i += 1) valueOf(await world.call('one-phone', 'survey.submit', drawn(nextCode(), {}, { A4: 'staff' })));
  for (let i = 0; i < 15; i += 1) valueOf(await world.call(`poster-${i}`, 'survey.submit', open()));
  await sql`insert into lz.letter_return (round_id, community_code, returned, at) values ('lettered', ${nanyuan}, 7, ${noon.toISOString()})`.execute(world.host.database.owner);
  await seal(world.host, 'lettered');
  await tick(world.host.database.as('clock'), new Date(noon.getTime() + 12 * day));
  const results = valueOf(await world.call('reader', 'survey.results', { circle: 'dongdajie' }));
  expect(results.release).toMatchObject({ round: { id: 'lettered' }, cell: { source: 'drawn', letters: { issued: 90, delivered: 83, external: false } } });
  const { letters, n } = results.release!.cell;
  expect(letters!.answered % 10).toBe(0);
  expect(letters!.answered).toBeGreaterThan(20);
  expect(n).toBeGreaterThanOrEqual(letters!.answered);
  expect(results.release!.beside).toEqual([expect.objectContaining({ cell: expect.objectContaining({ source: 'open', letters: null }) as unknown })]);
  expect(results.release!.cell.flagged!.n).toBe(4 + 9);

  const audit = await auditRound(world.host.database.owner, { round: 'lettered', kept: [] });
  expect(audit.difference).toBeNull();
  expect(audit.passed.join('\n')).toMatch(/信函名单 90 封，与开始以前封存的一致/);
  expect(await count('lz.letter_phone')).toBe(0);
});

test('what a superuser changes about letters is found', async () => {
  const tampered = async (statements: string) => {
    let difference: string | null | undefined;
    await world.host.database.owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      for (const statement of statements.split(';')) await sql.raw(statement).execute(tx);
      difference = (await auditRound({ transaction: () => ({ setIsolationLevel: () => ({ execute: (work: (inside: unknown) => unknown) => work(tx) }) }) } as never, { round: 'lettered', kept: [] })).difference;
      throw new Error('undo');
    }).catch((error: Error) => { if (error.message !== 'undo') throw error; });
    return difference;
  };
  const first = `(select code_hash from lz.letter where round_id = 'lettered' order by code_hash limit 1)`;
  expect(await tampered(`delete from lz.letter where code_hash = ${first}`)).toMatch(/信函名单被改过/);
  expect(await tampered(`update lz.letter set community_code = case community_code when '${nanyuan}' then '${dazhong}' else '${nanyuan}' end where code_hash = ${first}`)).toMatch(/信函名单被改过/);
  expect(await tampered(`update lz.letter_list set seed = 'another'`)).toMatch(/与封存的不一样/);
  expect(await tampered(`delete from lz.letter_list where round_id = 'lettered'`)).toMatch(/没有信函名单|既不是答卷/);
  expect(await tampered(`update lz.response set crowded = true where leaf = (select leaf from lz.response where round_id = 'lettered' and answers is not null and not crowded order by leaf limit 1)`)).toMatch(/内容被改过/);
  expect(await tampered(`update lz.letter_return set returned = 8`)).toMatch(/与重算的不同/);
});

test('figures with letters are the same whenever they are made', async () => {
  const { owner } = world.host.database;
  const row = (await roundById(owner, 'lettered'))!;
  const due = { round: row, kind: 'final' as const, at: row.releases[0]!.at };
  const seals = await sealTimes(owner, 'lettered');
  expect(await figuresOf(owner, due, seals)).toEqual(await figuresOf(owner, due, seals));
});
