/**
 * Nobody who works here learns who wrote or answered what. A canary identity, text and code go through everything; then all that
 * is kept, logged and sent is searched for them. And the tables, once sealed, are joined as an insider would try: no better than chance.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { tick } from '../../cloudfunctions/clock/tick';
import { remarkKeysFrom, remarkOpener, remarkReader } from '../../cloudfunctions/runtime/remarkBox';
import { roundSecrets } from '../../cloudfunctions/runtime/secrets';
import type { EmbeddedDatabase } from '../../database/pglite';
import { contractVersion } from '../../types/contract/version';
import type { Reply } from '../../types/errors';
import { watchOutgoing } from '../support/outgoing';
import { overHttp } from '../support/transports';
import { codeOf, identity, nanyuan, noon, openWorld, remarkKey, seal, showRemarks, submission, valueOf, wholeAnswers, type World } from '../support/world';

const hour = 3_600_000;
const at = (hours: number) => new Date(noon.getTime() + hours * hour);

describe('a canary sent through', () => {
  const who = 'canary-identity-5f1e';
  const text = '巷口那家 canary-text-77ab 天天涨价';
  const code = 'canary-c0de5-9d2f4-77aa1';
  const canaries = [who, 'canary-text', 'canary-c0de5', 'canaryc0de5', text];
  const found = (where: string) => canaries.filter((canary) => where.includes(canary) || where.includes(Buffer.from(canary).toString('latin1')));

  let world: World;
  const logged: string[] = [];
  const checked: string[] = [];
  let dump = '';
  let left: { bytes: string; ports: number[] };
  const shownTo: Record<string, string> = {};

  beforeAll(async () => {
    world = await openWorld(identity, true, noon, async (asked, words) => { checked.push(`${asked} ${words}`); return 'pass'; }, (entry) => logged.push(JSON.stringify(entry)));
    const transport = await overHttp(world);
    const outgoing = watchOutgoing(Number(new URL(transport.url).port));
    const send = (name: string, data: unknown, persona: string) => {
      const [fn = '', action = ''] = name.split('.');
      return transport.send(fn, { action, v: contractVersion, data }, persona) as Promise<Reply<Record<string, never>>>;
    };
    try {
      const token = valueOf(await send('survey.checkRemark', { round: 'running', text }, who)).checked;
      const answer = submission(nanyuan, { answers: wholeAnswers(nanyuan, { A18: text }), remarkChecked: token });
      valueOf(await send('survey.submit', answer, who));
      valueOf(await send('survey.submit', answer, who));
      for (let n = 0; n < 19; n += 1) {
        const words = `别人写的第 ${n} 条`;
        const { checked: other } = valueOf(await send('survey.checkRemark', { round: 'running', text: words }, `other-${n}`));
        valueOf(await send('survey.submit', submission(nanyuan, { answers: wholeAnswers(nanyuan, { A18: words }), remarkChecked: other }), `other-${n}`));
      }
      // codes that belong nowhere, wherever one that is nobody else's business can be typed (a poster's is public)
      expect(valueOf(await send('survey.check', { receipt: code }, who)).state).toBe('unknown');
      expect(codeOf(await send('survey.withdraw', { round: 'running', secret: code }, who))).toBe('withdraw_unknown');
      expect(codeOf(await send('desk.acceptInvite', { code }, who))).toBe('invite_unknown');
      expect(codeOf(await send('survey.submit', submission(nanyuan, { ticket: code }), who))).toBe('ticket_invalid');
      expect(codeOf(await send('survey.submit', submission(nanyuan, { again: code }), `${who}-2`))).toBe('not_withdrawn');
      valueOf(await send('survey.home', { community: nanyuan }, who));
      valueOf(await send('survey.pressure', { round: 'running', community: nanyuan }, who));
      // sealed, and shown when the round is over: every text
      await seal(world.host, 'running');
      await showRemarks(world.host, at(145));
      for (const persona of ['district', 'street', 'oversight']) {
        const replies = [];
        for (const [name, data] of [['desk.progress', {}], ['desk.queue', {}], ['desk.remarks', { round: 'running', list: 'passed' }], ['desk.pressure', {}], ['survey.home', { community: nanyuan }]] as const) replies.push(await send(name, data, persona));
        shownTo[persona] = JSON.stringify(replies);
      }
      // and what a fault leaves behind
      await world.host.database.script('alter table lz.round rename to round_away');
      for (const [name, data] of [['survey.submit', { ...answer, round: 'closed' }], ['survey.begin', { community: nanyuan }], ['survey.withdraw', { round: 'running', secret: code }]] as const) expect(codeOf(await send(name, data, who))).toBe('internal');
      await world.host.database.script('alter table lz.round_away rename to round');
      left = { bytes: outgoing.bytes(), ports: [...outgoing.ports()] };
    } finally {
      outgoing.stop();
      await transport.close();
    }
    dump = await everythingKept(world);
  });
  afterAll(() => world.close());

  test('the dump of the database holds none of it', () => {
    // what is searched is really there: another answer's community, the round, a sealed text
    for (const known of [nanyuan, 'running', 's1.', Buffer.from('南苑社区').toString('latin1')]) expect(dump).toContain(known);
    expect(found(dump)).toEqual([]);
  });

  test('the log holds none of it, faults included', () => {
    expect(logged.filter((line) => line.includes('"internal"'))).toHaveLength(3);
    expect(found(logged.join('\n'))).toEqual([]);
  });

  test('nothing of it is sent to anybody, the database included; the platform’s check alone was asked, once a text', () => {
    if (world.url !== null) {
      expect(left.ports).toEqual([Number(new URL(world.url).port || 5432)]);
      expect(left.bytes).toContain('take_response');
    } else {
      expect(left).toEqual({ bytes: '', ports: [] });
    }
    expect(found(left.bytes)).toEqual([]);
    expect(checked.filter((line) => line.includes('canary'))).toEqual([`${identity(who)} ${text}`]);
    expect(checked).toHaveLength(20);
  });

  test('the district reads the text among others, and not who wrote it; street and oversight read neither', () => {
    expect(found(shownTo.district!)).toEqual(['canary-text', text]);
    for (const persona of ['street', 'oversight']) expect(found(shownTo[persona]!)).toEqual([]);
  });
});

/** On a server what pg_dump gives; embedded the files of the database themselves, its write-ahead log included. */
const everythingKept = async ({ host: { database }, url }: World): Promise<string> => {
  if (url === null) return gunzipSync(Buffer.from(await (await (database as EmbeddedDatabase).dump()).arrayBuffer())).toString('latin1');
  const { stdout } = await promisify(execFile)('pg_dump', ['--inserts', '--no-password', `--dbname=${url}`], { encoding: 'latin1', maxBuffer: 256 * 1024 * 1024 });
  return stdout;
};

describe('joining the tables', () => {
  let world: World;
  beforeAll(async () => { world = await openWorld(); });
  afterAll(() => world.close());

  const rows = async <T>(text: string) => (await sql.raw<T>(text).execute(world.host.database.owner)).rows;
  const many = 240;
  const nameOf = (n: number) => `joined-${n}`;
  /** Who sent it stands in what it took: 5 seconds the first, 10 the second. So the test knows what nobody else does. */
  const send = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) valueOf(await world.call(nameOf(n), 'survey.submit', submission(nanyuan, { seconds: 5 * n, answers: wholeAnswers(nanyuan, { A18: `第 ${n} 条` }) })));
  };
  const numberIn = (text: string) => Number(/\d+/.exec(text)![0]);

  /** Orders in which the senders stand in a table as it lies on disk. */
  const order = {
    inbox: async () => (await rows<{ seconds: number }>('select seconds from lz.response_inbox order by ctid')).map(({ seconds }) => seconds / 5),
    response: async () => (await rows<{ seconds: number }>('select seconds from lz.response order by ctid')).map(({ seconds }) => seconds / 5),
    participation: (table: 'participation' | 'participant') => senders(`select tag from lz.${table} where round_id = 'running' order by ctid`),
    waiting: async () => (await rows<{ text: string }>(`select text from lz.remark order by ctid`)).map(({ text }) => numberIn(remarkOpener(remarkKey).open('running', text)!.text)),
    shown: async () => (await rows<{ batch: number; place: number; text: string }>('select batch, place, text from lz.remark_shown order by ctid'))
      .map(({ batch, place, text }) => numberIn(remarkReader(remarkKeysFrom(remarkKey).deskKey).read({ round: 'running', batch, place }, text)!)),
  };
  const senders = async (query: string) => {
    const { tag } = roundSecrets('running', (await world.host.roundKeys.of('running'))!);
    const known = new Map(Array.from({ length: many }, (_, n) => [tag(identity(nameOf(n))).toString('hex'), n]));
    return (await rows<{ tag: Uint8Array }>(query)).map((row) => known.get(Buffer.from(row.tag).toString('hex'))!);
  };

  /** Laying two tables side by side, row by row. Chance gives one right pair on average, ten once in ten million times. */
  const rightPairs = (a: readonly number[], b: readonly number[]) => a.filter((sender, i) => sender === b[i]).length;
  /** Spearman's rank correlation of where each sender stands, in its standard deviations under chance: beyond five once in two million times. */
  const likeness = (a: readonly number[], b: readonly number[]) => {
    const place = new Map(b.map((sender, i) => [sender, i]));
    const both = a.filter((sender) => place.has(sender));
    const rank = new Map([...both].sort((x, y) => place.get(x)! - place.get(y)!).map((sender, i) => [sender, i]));
    const squares = both.reduce((sum, sender, i) => sum + (i - rank.get(sender)!) ** 2, 0);
    return (1 - (6 * squares) / (both.length * (both.length ** 2 - 1))) * Math.sqrt(both.length - 1);
  };
  const expectChance = (a: readonly number[], b: readonly number[]) => {
    expect(rightPairs(a, b)).toBeLessThan(10);
    expect(Math.abs(likeness(a, b))).toBeLessThan(5);
    expect(Math.abs(likeness(a.slice(0, a.length / 2), b))).toBeLessThan(5);
  };

  test('before sealing anybody with the database could: the measure sees it', async () => {
    await send(0, many / 2);
    const [who, what] = [await order.participation('participation'), await order.inbox()];
    expect(rightPairs(who, what)).toBe(many / 2);
    expect(likeness(who, what)).toBeGreaterThan(10);
  });

  test('within one seal who took part, what was said and what was written lie in orders that have nothing to do with each other', async () => {
    await seal(world.host, 'running');
    const [who, said, wrote] = [await order.participation('participation'), await order.response(), await order.waiting()];
    expect([who.length, said.length, wrote.length]).toEqual([many / 2, many / 2, many / 2]);
    expectChance(who, said);
    expectChance(who, wrote);
    expectChance(said, wrote);
    expect(await rows('select 1 from lz.participation p join lz.response r on p.xmin = r.xmin union all select 1 from lz.participation p join lz.remark m on p.xmin = m.xmin')).toEqual([]);
  });

  test('what is shown lies in yet another order, and shares no transaction with any answer', async () => {
    await showRemarks(world.host);
    const shown = await order.shown();
    expect(shown).toHaveLength(many / 2 - 10);
    expectChance(shown, await order.participation('participation'));
    expectChance(shown, await order.response());
    expect(await rows('select 1 from lz.remark_shown s join lz.response r on s.xmin = r.xmin')).toEqual([]);
  });

  test('in a round that is over not even the seals in which the answers came lead to who came', async () => {
    for (let n = many / 2; n < many; n += 20) {
      await send(n, n + 20);
      await seal(world.host, 'running');
    }
    await tick(world.host.database.as('clock'), at(146));
    const who = await order.participation('participant');
    expect(who).toHaveLength(many);
    expectChance(who, await order.response());
    await showRemarks(world.host, at(146));
    expectChance(who, await order.shown());
    expect(await rows(`select 1 from lz.participation where round_id = 'running'`)).toEqual([]);
  });
});
