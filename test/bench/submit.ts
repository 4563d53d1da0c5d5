/** Taking an answer, against the bare INSERT it contains: same server, width and commit mode; and over HTTP. */
import { sql } from 'kysely';
import type { Reply } from '../../types/errors';
import { contractVersion } from '../../types/contract/version';
import { plan } from '../../rules';
import { overHttp } from '../support/transports';
import { nanyuan, newId, submission, valueOf, wholeAnswers, type World } from '../support/world';
import { inTurn, rate, type Line } from './measure';

const communities = [...new Set(plan.circles.flatMap((circle) => circle.communities))];
const width = 8;

export const benchSubmit = async (world: World, total: number): Promise<Line[]> => {
  const { database } = world.host;
  await database.script('create table if not exists lz.bench_bare (like lz.response_inbox including all); grant insert on lz.bench_bare to lz_survey');
  const bareDatabase = database.as('survey');
  let people = 0;
  const bare = () => rate(total, width, async (i) => {
    const community = communities[i % communities.length]!;
    const id = newId();
    await bareDatabase.read(async (db) => {
      await sql`insert into lz.bench_bare values (decode(md5(${id}) || md5(${id + 'x'}), 'hex'), decode(md5(${id}), 'hex'), decode(md5(${id + 'y'}) || md5(${id}), 'hex'),
        'running', ${community}, '70-79', true, 'open', 'self', false, 'h', ${JSON.stringify(wholeAnswers(community))}::jsonb, 60, false, null)`.execute(db);
    });
  });
  const taken = (communityOf: (i: number) => string) => () => rate(total, width, async (i) => {
    valueOf(await world.call(`bench-${(people += 1)}`, 'survey.submit', submission(communityOf(i))));
  });
  const http = await overHttp(world);
  const overWire = () => rate(total, width, async (i) => {
    const data = submission(communities[i % communities.length]!);
    const reply: Reply<unknown> = await http.send('survey', { action: 'submit', v: contractVersion, data }, `bench-${(people += 1)}`);
    valueOf(reply);
  });
  const [bareRate = 0, spread = 0, one = 0, wire = 0] = await inTurn(5, bare, taken((i) => communities[i % communities.length]!), taken(() => nanyuan), overWire);
  await http.close();
  await database.script('drop table lz.bench_bare');
  const share = (value: number) => `${value.toFixed(0)}/s = ${((100 * value) / bareRate).toFixed(0)} % of ${bareRate.toFixed(0)}/s`;
  const onServer = database.kind === 'postgres';
  return [
    { what: 'submit, in process, 31 communities', measured: share(spread), budget: onServer ? '≥ 60 % of the bare INSERT' : 'reported', kept: onServer ? spread >= 0.6 * bareRate : null },
    { what: 'submit, in process, all in one community', measured: share(one), budget: onServer ? '≥ 60 % of the bare INSERT' : 'reported', kept: onServer ? one >= 0.6 * bareRate : null },
    { what: 'submit, over HTTP', measured: share(wire), budget: 'reported', kept: null },
  ];
};
