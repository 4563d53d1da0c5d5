/**
 * A census table for the demonstration rounds, so that weighting by people is seen. Made from the invented populations of
 * rules/demo-places.json, its status travels with every figure: 演示. So it never narrows an interval.
 */
import type { CensusTable, DemoPlaceRules } from '../../types/rules';

/** Of everybody who lives there; the others are under 18. */
const adultShare = 0.81;

export const demoCensus = ({ communities, status }: DemoPlaceRules): CensusTable => ({
  kind: 'census', version: '演示-1', title: '社区人口表（演示）', source: '项目虚构', status, verified: false,
  communities: communities.map(({ code, population, share60 }) => {
    const adults = Math.round(population * adultShare);
    const older = Math.round(population * share60);
    return { code, adults: { '18-59': adults - older, '60-up': older }, total: adults, households: Math.round(population / 2.7) };
  }),
});
