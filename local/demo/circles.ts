/** How far the demonstration's circles are, and what its streets filled in: invented, and each value says so. One community is left open, so that a sum waits for it. */
import { demoPlaces, plan } from '../../rules';
import type { CircleState } from '../../domain/figures/facts';
import type { Host } from '../host';
import { chanceFrom } from './random';

const source = '项目虚构（演示）';
const by = 'demo';
const dayMs = 86_400_000;
/** Steps each circle has taken; those left out: none. */
const steps: Readonly<Record<string, readonly CircleState[]>> = {
  dongdajie: ['building', 'built', 'accepted'], xidajie: ['building', 'built'], xiguanjie: ['building', 'built'], 'xuanwu-shiyiyuan': ['building'], 'xuanwu-huangtai': ['building'],
  huochezhanjie: ['building'], dongguanjie: ['building'],
};
const leftOpen = '620602003005';

/** Done again it changes nothing. */
export const demoCircles = async ({ database: { owner } }: Host, now: Date, seed: number): Promise<void> => {
  const chance = chanceFrom(seed);
  const taken = plan.circles.flatMap(({ id }) => (steps[id] ?? []).map((state, i, all) => ({ circle_id: id, state, at: new Date(now.getTime() - (all.length - i) * 60 * dayMs).toISOString(), sending: chance.uuid(), note: null, by })));
  await owner.insertInto('lz.circle_state').values(taken).onConflict((conflict) => conflict.doNothing()).execute();
  const entries = demoPlaces.communities.flatMap(({ code, population, share60 }) => {
    const sending = chance.uuid();
    const values = {
      population, population60: Math.round(population * share60), households: Math.round(population / 2.7), compounds: 4 + chance.below(12), area: (30 + chance.below(120)) / 100,
      floorArea: 2_000 + 100 * chance.below(90), centres: chance.below(3), terminals: 5 + chance.below(40), jobs: 80 + chance.below(400),
      investmentGovernment: 10 * chance.below(30), investmentEnterprise: 10 * chance.below(80),
    };
    return Object.entries(values).filter(() => code !== leftOpen).map(([field, value]) => ({
      sending, place_kind: 'community' as const, place_id: code, field, value, words: null, source, as_of: new Date(now.getTime() - 40 * dayMs).toISOString().slice(0, 10), at: new Date(now.getTime() - 30 * dayMs).toISOString(), by, by_role: 'street' as const,
    }));
  });
  await owner.insertInto('lz.entered').values(entries).onConflict((conflict) => conflict.doNothing()).execute();
};
