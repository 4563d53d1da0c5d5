/** What residents and staff read most: a circle's home page and progress, at 10 thousand and at a million answers. */
import { nanyuan, noon, valueOf, type World } from '../support/world';
import { each, inTurn, type Line } from './measure';

/** Adds answers in bulk: the table they end in, and the counts that the action would have made, a thousand of them not yet added up. */
const addAnswers = async ({ host: { database } }: World, count: number) => {
  await database.script(`
    truncate lz.tally_inbox;
    insert into lz.response (leaf, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds)
      select decode(md5(i::text) || md5((-i)::text), 'hex'), 'running', c.codes[1 + i % array_length(c.codes, 1)], '60-69', true, 'open', 'self', false, r.questionnaire_hash,
        '{"A6":"satisfied"}'::jsonb, 60
      from generate_series((select count(*) from lz.response where round_id = 'running') + 1, ${count}) i, lz.round r,
        (select array_agg(community_code) as codes from lz.round_community where round_id = 'running') c
      where r.id = 'running';
    insert into lz.tally (round_id, community_code, day, source, answered)
      select 'running', community_code, date '2026-11-08' + g, 'open', greatest(1, ${count} / 31 / 10)
      from lz.round_community, generate_series(0, 9) g where round_id = 'running'
      on conflict (round_id, community_code, day, source) do update set answered = excluded.answered;
    insert into lz.tally_inbox (round_id, community_code, day, source) select 'running', '${nanyuan}', date '2026-11-18', 'open' from generate_series(1, 1000);
    analyze lz.tally;`);
};

export const benchReading = async (world: World, sizes: readonly [number, number]): Promise<Line[]> => {
  world.setNow(noon);
  const seen: { home: number; progress: number }[] = [];
  for (const size of sizes) {
    await addAnswers(world, size);
    const of = async (work: () => Promise<unknown>) => (await inTurn(5, () => each(40, work)))[0]!;
    seen.push({
      home: await of(async () => valueOf(await world.call('elder', 'survey.home', { community: nanyuan }))),
      progress: await of(async () => valueOf(await world.call('district', 'desk.progress', {}))),
    });
  }
  const [small, large] = [seen[0]!, seen[1]!];
  return (['home', 'progress'] as const).map((what) => ({
    what: `${what === 'home' ? 'a circle’s home page' : 'progress of the district'}, ${label(sizes[0])} → ${label(sizes[1])} answers`,
    measured: `${small[what].toFixed(2)} ms → ${large[what].toFixed(2)} ms = ${(large[what] / small[what]).toFixed(2)} ×`,
    budget: '≤ 1.5 ×',
    kept: large[what] <= 1.5 * small[what],
  }));
};
const label = (n: number) => (n >= 1_000_000 ? `${n / 1_000_000} million` : `${n / 1000} thousand`);
