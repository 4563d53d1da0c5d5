/** A round weighted to a census table: its figures say which one, and nobody changes the table, or who it is, unnoticed. */
import { sql } from 'kysely';
import { tick } from '../../cloudfunctions/clock/tick';
import { auditRound } from '../../local/audit/auditRound';
import { plan } from '../../rules';
import { differenceAfter } from '../support/tampering';
import { addRound, census, noon, openWorld, submission, valueOf, wholeAnswers, type World } from '../support/world';

const day = 24 * 3_600_000;
const communities = plan.circles[0]!.communities;
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addRound(world.host, { id: 'counted', source: 'drawn', opens: -5 * day, closes: 5 * day, census: census() });
  for (const [i, community] of communities.entries()) {
    for (let k = 0; k < 12 + i; k += 1) {
      const answers = wholeAnswers(community, { A2: k % 3 === 0 ? '35-49' : '70-79', A4b: String(1 + (k % 3)), A6: k % 6 === 0 ? 'neutral' : 'satisfied' });
      valueOf(await world.call(`c${i}-${k}`, 'survey.submit', submission(community, { round: 'counted', answers })));
    }
  }
  await tick(world.host.database.as('clock'), new Date(noon.getTime() + 12 * day));
}, 120_000);
afterAll(() => world.close());

test('passes an audit, its figures weighted to the table and narrowed by its people', async () => {
  const { difference, passed } = await auditRound(world.host.database.owner, { round: 'counted', kept: [] });
  expect(difference).toBeNull();
  expect(passed.join('\n')).toMatch(/发布 counted-final-\S+：\d+ 格数字重算，全部相同/);
  const { rows: [row] } = await sql<{ weighted: unknown }>`select cell -> 'weighted' as weighted from lz.release_cell where release_id like 'counted-%' and place_id = 'dongdajie'`.execute(world.host.database.owner);
  const adults = census().communities.filter(({ code }) => communities.includes(code)).reduce((sum, { adults: of }) => sum + of['18-59'] + of['60-up'], 0);
  expect(row!.weighted).toMatchObject({ basis: 'census', census: { version: '2026', source: '测试', status: '官方', drawnFrom: adults } });
});

const otherNumber = `body = jsonb_set(body, '{communities,0,adults,60-up}', '9000')`;
test.each([
  ['a number of the census table changed', `update lz.rule_version set ${otherNumber} where kind = 'census'`, /规则「census」被改过/],
  ['what the table is worth changed', `update lz.rule_version set body = jsonb_set(body, '{verified}', 'false') where kind = 'census'`, /规则「census」被改过/],
  ['the table and its hash changed, wherever it stands', `update lz.rule_version set hash = repeat('ab', 32), ${otherNumber} where kind = 'census';
    update lz.round set census_hash = repeat('ab', 32), definition = jsonb_set(definition, '{census}', to_jsonb(repeat('ab', 32))) where id = 'counted'`, /定义被改过/],
  ['the round pointed at no table', `update lz.round set census_hash = null where id = 'counted'`, /「census」与定义不符/],
  ['the table dropped', `delete from lz.rule_version where kind = 'census'`, /不在规则库里/],
  ['what a figure says of its table changed', `update lz.release_cell set cell = jsonb_set(cell, '{weighted,census,status}', '"待核"') where place_id = 'dongdajie'`, /与重算的不同/],
])('%s is found', async (_what, statements, difference) => {
  expect(await differenceAfter(world.host.database.owner, statements, 'counted')).toMatch(difference);
});
