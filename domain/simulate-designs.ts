/**
 * The named rounds that the method is tried on. What is invented here (sizes of households, who answers a letter) is
 * meant to be like a district town, and to strain each part of the method once.
 */
import type { MethodRules } from '../types/rules';
import { censusOf, populate, type PlannedCommunity, type Population, type PopulationDesign, type Random } from './population';
import { scoresFor, shareOut } from './sample-size';
import type { SimulatedRound } from './simulate';

/** Share of households with 1 … 6 adults: mostly couples. */
const households = [0.17, 0.49, 0.19, 0.11, 0.03, 0.01];
const leanings: PopulationDesign['leanings'] = { elders: 0.3, perAdult: -0.05, home: 0.6 };
/** A circle of five communities. */
const spread = (by: number) => communities([6200, 4100, 3500, 5300, 2900], [0.26, 0.21, 0.3, 0.18, 0.24], by);
const town: PopulationDesign = {
  communities: spread(0.2), households, rate: 0.93, unclear: 0.05, leanings,
};
/** Older people answer a letter more, and the young move. */
const response = { '18-59': 0.35, '60-up': 0.55 };

/** `spread`: how far apart communities think; the pattern is fixed, so that a design means the same with every seed. */
function communities(adults: readonly number[], elders: readonly number[], spread: number): PlannedCommunity[] {
  const pattern = [-1, 0.5, 1, -0.5, 0];
  return adults.map((n, i) => ({ code: `c${String(i + 1).padStart(2, '0')}`, adults: n, elders: elders[i % elders.length]!, leaning: spread * pattern[i % pattern.length]! }));
}

/** Every design, its people made from the chance passed in. */
export function simulatedRounds(method: MethodRules, random: Random): SimulatedRound[] {
  const made = (design: PopulationDesign) => populate(design, random);
  const of = (name: string, population: Population, change: Partial<SimulatedRound> = {}): SimulatedRound => ({
    name, population, letters: plannedLetters(population, method), response, satisfiedAnswer: 1, open: false, verifiedFrame: false, census: true, trial: true, ...change,
  });
  const [usual, near] = [made(town), made({ ...town, rate: 0.899 })];
  const uneven = made({ ...town, communities: communities([14000, 600, 450, 5200, 300], [0.15, 0.35, 0.5, 0.2, 0.4], 0.2), rate: 0.9 });
  const small = made({ ...town, communities: communities([520, 430, 610], [0.3, 0.22], 0.2), rate: 0.92 });
  const district = made({ ...town, communities: communities(Array.from({ length: 32 }, (_, i) => 900 + 50 * i), [0.26, 0.19, 0.23], 0.2), rate: 0.91 });
  return [
    of('一个圈,真实93%', usual),
    of('一个圈,真实89.9%,差一点', near),
    of('刚过门槛的份数,真实89.9%', near, { letters: lettersFor(near, 390) }),
    of('刚过门槛的份数,真实97%', made({ ...town, rate: 0.97 }), { letters: lettersFor(near, 390) }),
    of('老少意见不同,年轻人少答', made({ ...town, rate: 0.9, leanings: { ...leanings, elders: 0.6 } }), { response: { '18-59': 0.25, '60-up': 0.6 } }),
    of('一家人意见像,大户意见低', made({ ...town, rate: 0.9, leanings: { ...leanings, perAdult: -0.12, home: 1.2 } })),
    of('社区大小悬殊,信按下限平分', uneven, { letters: lettersFor(uneven, 1000).map(() => 200) }),
    of('社区之间差得大', made({ ...town, rate: 0.9, communities: spread(0.6) })),
    of('小圈抽大半,名册核实', small, { letters: lettersFor(small, 600), response: { '18-59': 0.6, '60-up': 0.8 }, verifiedFrame: true }),
    of('全区32个社区', district, { letters: lettersFor(district, 3000) }),
    of('没有人口表,各社区一样重', uneven, { census: false, trial: false }),
    of('老少天差地别,年轻人更少答(区间偏窄)', made({ ...town, rate: 0.9, leanings: { ...leanings, elders: 1 } }), { response: { '18-59': 0.2, '60-up': 0.65 }, trial: false }),
    of('大户小户天差地别(区间偏窄)', made({ ...town, rate: 0.9, leanings: { ...leanings, perAdult: -0.3, home: 1.5 } }), { trial: false }),
    of('社区之间天差地别(区间偏宽)', made({ ...town, rate: 0.9, communities: spread(2) }), { trial: false }),
    of('满意的人多答三成(抽样)', usual, { satisfiedAnswer: 1.3, trial: false }),
    of('自愿:满意的人多答一倍', near, { ...poster(near), satisfiedAnswer: 2 }),
    of('自愿:不满意的人多答一倍', near, { ...poster(near), satisfiedAnswer: 0.5 }),
    of('自愿:年轻人多答,意见不影响', near, { ...poster(near), response: { '18-59': 0.08, '60-up': 0.02 } }),
  ];
}

function plannedLetters(population: Population, method: MethodRules): number[] {
  if (method.sample === null) throw new RangeError('simulate: the method has no plan of samples');
  const scores = scoresFor(method.sample.truth, method.sample.power, method.target, method.z);
  const circle = { communities: population.communities.map(({ code }) => code) };
  return shareOut([circle], scores, censusOf(population), method.sample).map(({ letters }) => letters);
}

/** About so many letters in all, by households. */
function lettersFor({ communities: places }: Population, total: number): number[] {
  const all = places.reduce((sum, { households: homes }) => sum + homes.length, 0);
  return places.map(({ households: homes }) => Math.ceil((total * homes.length) / all));
}

/** One passer-by of each household; a few in a hundred answer. */
const poster = ({ communities: places }: Population) => ({
  open: true, trial: false, letters: places.map(({ households: homes }) => homes.length), response: { '18-59': 0.06, '60-up': 0.03 },
});
