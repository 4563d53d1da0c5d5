/**
 * Taking an answer, against the bare INSERT it contains: same server, width and commit mode; and over HTTP. The callers of the action
 * are in one process, so those whose answers were written together come back together, and their next ones are again: how a lone
 * answer fares stands beside.
 */
import { sql } from 'kysely';
import type { Reply } from '../../types/errors';
import { contractVersion } from '../../types/contract/version';
import { plan } from '../../rules';
import { overHttp } from '../support/transports';
import { addLetteredRound, letterOf, nanyuan, newId, submission, valueOf, wholeAnswers, type World } from '../support/world';
import { each, inTurn, rate, type Line } from './measure';

const communities = [...new Set(plan.circles.flatMap((circle) => circle.communities))];
const width = 8;
const day = 24 * 3_600_000;

/** Of each alternative that are measured, after one that is not. */
const turns = 5;

/** A drawn round with so many letters that nobody answered yet, from all communities in turn. */
const lettersFor = async ({ host }: World, wanted: number) => {
  const { codes } = await addLetteredRound(host, { id: 'bench-lettered', opens: -day, closes: 5 * day, letters: new Map(communities.map((code) => [code, Math.ceil(wanted / communities.length)])) });
  let used = 0;
  return {
    next: () => {
      const community = communities[used % communities.length]!;
      const code = codes.get(community)![Math.floor(used / communities.length)]!;
      used += 1;
      return { community, code };
    },
  };
};

export const benchSubmit = async (world: World, total: number): Promise<Line[]> => {
  const { database } = world.host;
  await database.script('create table if not exists lz.bench_bare (like lz.response_inbox including all); grant insert on lz.bench_bare to lz_survey');
  const bareDatabase = database.as('survey');
  let people = 0;
  const insert = async (i: number) => {
    const community = communities[i % communities.length]!;
    const id = newId();
    await bareDatabase.read(async (db) => {
      await sql`insert into lz.bench_bare values (decode(md5(${id}) || md5(${id + 'x'}), 'hex'), decode(md5(${id}), 'hex'), decode(md5(${id + 'y'}) || md5(${id}), 'hex'),
        'running', ${community}, '70-79', true, 'open', 'self', false, 'h', ${JSON.stringify(wholeAnswers(community))}::jsonb, 60, false, null)`.execute(db);
    });
  };
  const take = async (community: string) => {
    valueOf(await world.call(`bench-${(people += 1)}`, 'survey.submit', submission(community)));
  };
  const bare = () => rate(total, width, insert);
  const taken = (communityOf: (i: number) => string) => () => rate(total, width, (i) => take(communityOf(i)));
  const letters = await lettersFor(world, total * (turns + 1));
  const byLetter = () => rate(total, width, async () => {
    const { community, code } = letters.next();
    valueOf(await world.call(`bench-${(people += 1)}`, 'survey.submit', submission(community, { round: 'bench-lettered', letter: letterOf(code), answers: wholeAnswers(community, { A4b: '2' }) })));
  });
  const http = await overHttp(world);
  const overWire = () => rate(total, width, async (i) => {
    const data = submission(communities[i % communities.length]!);
    const reply: Reply<unknown> = await http.send('survey', { action: 'submit', v: contractVersion, data }, `bench-${(people += 1)}`);
    valueOf(reply);
  });
  const [bareRate = 0, spread = 0, one = 0, drawn = 0, wire = 0] = await inTurn(turns, bare, taken((i) => communities[i % communities.length]!), taken(() => nanyuan), byLetter, overWire);
  const few = Math.ceil(total / 20);
  const [bareAlone = 0, alone = 0] = await inTurn(turns, () => each(few, insert), () => each(few, () => take(nanyuan)));
  await http.close();
  await database.script('drop table lz.bench_bare');
  const share = (value: number) => `${value.toFixed(0)}/s = ${((100 * value) / bareRate).toFixed(0)} % of ${bareRate.toFixed(0)}/s`;
  const onServer = database.kind === 'postgres';
  return [
    { what: 'submit, in process, 31 communities', measured: share(spread), budget: onServer ? '≥ 60 % of the bare INSERT' : 'reported', kept: onServer ? spread >= 0.6 * bareRate : null },
    { what: 'submit, in process, all in one community', measured: share(one), budget: onServer ? '≥ 60 % of the bare INSERT' : 'reported', kept: onServer ? one >= 0.6 * bareRate : null },
    { what: 'submit by letter, in process, 31 communities', measured: share(drawn), budget: 'reported', kept: null },
    { what: 'submit, one after the other', measured: `${alone.toFixed(2)} ms / ${bareAlone.toFixed(2)} ms bare = ${(alone / bareAlone).toFixed(2)} ×`, budget: 'reported', kept: null },
    { what: 'submit, over HTTP', measured: share(wire), budget: 'reported', kept: null },
  ];
};
