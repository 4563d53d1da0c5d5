/**
 * Weights: how an answer comes to stand for more or fewer people than another.
 *
 * Why weigh. A letter goes to a household and one adult answers it, so an adult among four is drawn a quarter as
 * often as one who lives alone; a small community gets its floor of letters and a large one fewer than its share;
 * and people over sixty answer a phone less. Left alone, the rate would be that of whoever was easy to reach. So an
 * answer counts for the adults of its household, and then each community and age band for the people it has.
 * Weights cost precision: n answers of unequal weight are worth n_eff of equal weight (Kish), and it is n_eff that
 * goes into the interval and is held against the gates. What weights can't mend is that within a community and a
 * band those who answer may think otherwise than those who do not.
 *
 * W1 An answer weighs the adults of its household (1 … 5, 5 standing for five and more). Where that was not asked it
 *    counts as the mean of those who said, or 1. Sizes that fewer than the smallest cell of the place gave are pooled with the
 *    next ones and weigh their mean: else the difference of weighted and raw rate would tell of the one family of five.
 * W2 Then each weighting cell (community × {18–59, 60+}) is scaled to its people in the census table.
 * W3 A cell with fewer scores than the smallest cell, or none, joins the other band of its community; a community still short
 *    joins the other short ones of the place (其他); if they are short together, the community with the fewest scores beside
 *    them, until every cell has enough or only one is left. What was merged is named.
 * W4 Once, a weight over `weightCap` × the mean is cut to it and all are scaled back to the same sum; the share of weight so moved is told.
 * W5 Without a census table every community counts the same, bands are not told apart, and the basis says so.
 * W6 n_eff = (Σw)² ÷ Σw² over those who scored; it lies between the share of one and all of n, and is n where all weigh the same.
 * W7 A method that does not weigh (version 1) gives the raw rate and n.
 * W8 n* = n_eff (N−1) ÷ (N−n): drawn without replacement from a verified frame of N, never on 演示, 示例 or 待核 figures. At n = N
 *    nothing is left to chance and n* is infinite.
 * W9 What a community brings to its gate is Kish's n of its household weights alone: at least n ÷ 1.8, so that a floor of answers
 *    can promise a gate.
 */
import type { Source } from '../types/contract/shared';
import type { CensusTable, MethodRules, RuleStatus } from '../types/rules';

export type Band = '18-59' | '60-up';
const bands: readonly Band[] = ['18-59', '60-up'];

/**
 * Answers alike in everything a weight depends on. `household`: adults (5 = five and more); null where not asked (open).
 * A community of the place without answers is a group too, with `scored` 0: its people still count.
 */
export interface WeightGroup {
  readonly community: string;
  readonly band: Band;
  readonly household: number | null;
  readonly scored: number;
  readonly satisfied: number;
}
export interface Weighted {
  readonly rate: number;
  readonly nEff: number;
  /** Share of weight moved by the cap, 0 … 1. */
  readonly moved: number;
  readonly basis: 'census' | 'equal_communities' | 'unweighted';
  /** Weighting cells merged, named by their communities: `a` (both bands), `a+b`. */
  readonly merged: readonly string[];
}

/** The weighting band of an age option of questionnaire A. */
export const bandOf = (ageBandCode: string): Band => (['60-69', '70-79', '80-up'].includes(ageBandCode) ? '60-up' : '18-59');

/** The rate of a place, weighted; null where nobody scored. Throws RangeError for a community that the census table lacks. */
export function weigh(groups: readonly WeightGroup[], census: CensusTable | null, method: MethodRules): Weighted | null {
  const answered = groups.filter(({ scored }) => scored > 0);
  if (answered.length === 0) return null;
  if (method.weighting === 'none') return { ...summed(answered, answered.map(() => 1)), moved: 0, basis: 'unweighted', merged: [] };
  const cells = mergeSmall(cellsOf(groups, census), method.smallestCell);
  const adults = adultsIn(answered, method.smallestCell);
  const weights = scaleToPeople(answered, answered.map(adults), cells);
  const { capped, moved } = cap(answered, weights, method.weightCap);
  return {
    ...summed(answered, capped),
    moved,
    basis: census === null ? 'equal_communities' : 'census',
    merged: cells.filter((cell) => isMerged(cell, census)).map(nameOf).sort(),
  };
}

function summed(groups: readonly WeightGroup[], weights: readonly number[]): { rate: number; nEff: number } {
  let [sum, squares, satisfied] = [0, 0, 0];
  groups.forEach((group, i) => {
    const w = weights[i]!;
    sum += group.scored * w;
    squares += group.scored * w * w;
    satisfied += group.satisfied * w;
  });
  // Rounding must not lift everybody's satisfaction over 1.
  return { rate: Math.min(1, satisfied / sum), nEff: (sum * sum) / squares };
}

/** W1: what a group's household weighs, small sizes pooled. */
function adultsIn(groups: readonly WeightGroup[], smallest: number): (group: WeightGroup) => number {
  const answersBySize = new Map<number, number>();
  for (const { household, scored } of groups) if (household !== null) answersBySize.set(household, (answersBySize.get(household) ?? 0) + scored);
  const sizes = [...answersBySize].sort(([a], [b]) => a - b);
  const pools: { sizes: number[]; n: number; adults: number }[] = [];
  for (const [size, n] of sizes) {
    const last = pools[pools.length - 1];
    if (last && last.n < smallest) Object.assign(last, { sizes: [...last.sizes, size], n: last.n + n, adults: last.adults + n * size });
    else pools.push({ sizes: [size], n, adults: n * size });
  }
  // Only the largest sizes can still be short: they join those before them.
  const tail = pools.length > 1 && pools[pools.length - 1]!.n < smallest ? pools.pop()! : null;
  const before = pools[pools.length - 1];
  if (tail && before) Object.assign(before, { sizes: [...before.sizes, ...tail.sizes], n: before.n + tail.n, adults: before.adults + tail.adults });
  const weightBySize = new Map(pools.flatMap((pool) => pool.sizes.map((size) => [size, pool.adults / pool.n] as const)));
  const known = sizes.reduce((sum, [, n]) => sum + n, 0);
  const mean = known === 0 ? 1 : sizes.reduce((sum, [size, n]) => sum + size * n, 0) / known;
  return ({ household }) => (household === null ? mean : weightBySize.get(household)!);
}

interface WeightingCell {
  readonly communities: readonly string[];
  readonly bands: readonly Band[];
  /** People (census), or communities where there is no table. */
  readonly people: number;
  readonly scored: number;
}

function cellsOf(groups: readonly WeightGroup[], census: CensusTable | null): WeightingCell[] {
  const codes = [...new Set(groups.map(({ community }) => community))].sort();
  const rows = new Map(census?.communities.map((row) => [row.code, row.adults]));
  const scoredIn = (code: string, among: readonly Band[]) =>
    groups.reduce((sum, { community, band, scored }) => sum + (community === code && among.includes(band) ? scored : 0), 0);
  return codes.flatMap((code): WeightingCell[] => {
    if (census === null) return [{ communities: [code], bands, people: 1, scored: scoredIn(code, bands) }];
    const adults = rows.get(code);
    if (adults === undefined) throw new RangeError(`weigh: community ${code} is not in the census table`);
    return bands.map((band) => ({ communities: [code], bands: [band], people: adults[band], scored: scoredIn(code, [band]) }))
      // a band without people or answers needs no weight
      .filter(({ people, scored }) => people > 0 || scored > 0);
  });
}

const join = (cells: readonly WeightingCell[]): WeightingCell => ({
  communities: [...new Set(cells.flatMap(({ communities }) => communities))].sort(),
  bands: bands.filter((band) => cells.some((cell) => cell.bands.includes(band))),
  people: cells.reduce((sum, { people }) => sum + people, 0),
  scored: cells.reduce((sum, { scored }) => sum + scored, 0),
});

/** W3. */
function mergeSmall(cells: readonly WeightingCell[], smallest: number): WeightingCell[] {
  // answers where the table counts nobody (newly built, say) can't stand alone either: they would weigh nothing
  const short = ({ scored, people }: WeightingCell) => scored < smallest || people === 0;
  const codes = [...new Set(cells.map(({ communities }) => communities[0]!))];
  const places = codes.map((code) => {
    const own = cells.filter(({ communities }) => communities[0] === code);
    return own.some(short) ? [join(own)] : own;
  });
  const isShort = (place: readonly WeightingCell[]) => place.every(short);
  const others = places.filter(isShort);
  const enough = places.filter((place) => !isShort(place)).sort((a, b) => join(a).scored - join(b).scored);
  if (others.length === 0) return enough.flat();
  let merged = join(others.flat());
  while (short(merged) && enough.length > 0) merged = join([merged, ...enough.shift()!]);
  return [merged, ...enough.flat()];
}

const isMerged = ({ communities, bands: both }: WeightingCell, census: CensusTable | null) => communities.length > 1 || (census !== null && both.length > 1);
const nameOf = ({ communities }: WeightingCell) => communities.join('+');

/** W2: household weights scaled so that each cell weighs its people. */
function scaleToPeople(groups: readonly WeightGroup[], adults: readonly number[], cells: readonly WeightingCell[]): number[] {
  const cellIndex = groups.map(({ community, band }) => cells.findIndex((cell) => cell.communities.includes(community) && cell.bands.includes(band)));
  const totals = cells.map(() => 0);
  groups.forEach(({ scored }, i) => { totals[cellIndex[i]!]! += scored * adults[i]!; });
  return groups.map((_, i) => (adults[i]! * cells[cellIndex[i]!]!.people) / totals[cellIndex[i]!]!);
}

/** W4. */
function cap(groups: readonly WeightGroup[], weights: readonly number[], times: number | null): { capped: readonly number[]; moved: number } {
  if (times === null) return { capped: weights, moved: 0 };
  const total = (of: readonly number[]) => groups.reduce((sum, { scored }, i) => sum + scored * of[i]!, 0);
  const sum = total(weights);
  const most = (times * sum) / groups.reduce((n, { scored }) => n + scored, 0);
  if (weights.every((w) => w <= most)) return { capped: weights, moved: 0 };
  const cut = weights.map((w) => Math.min(w, most));
  const left = total(cut);
  return { capped: cut.map((w) => (w * sum) / left), moved: (sum - left) / sum };
}

/** W8: n* of n_eff effective answers, n in all, drawn from N people. Throws RangeError unless 0 < n_eff ≤ n ≤ N. */
export function finiteN(nEff: number, n: number, N: number): number {
  // n_eff is a quotient of sums and can pass n by a hair
  if (!(nEff > 0 && nEff <= n * (1 + 1e-9) && n <= N)) throw new RangeError('finiteN: 0 < nEff <= n <= N');
  return n === N ? Infinity : (nEff * (N - 1)) / (N - n);
}

/** The list letters were drawn from. */
export interface Frame {
  /** Eligible people on it. */
  readonly eligible: number;
  /** Somebody other than who made it held it against a source. */
  readonly verified: boolean;
  readonly status: RuleStatus;
}
const unproven: readonly RuleStatus[] = ['演示', '示例', '待核'];

export interface Drawn { readonly n: number; readonly source: Source; readonly frame: Frame | null }
/** W8: the people the n answers were drawn from, or null. A frame that can't be right (fewer people than answers) is not used: the interval stays the wider one. */
export const drawnFrom = ({ n, source, frame }: Drawn): number | null =>
  (source === 'drawn' && frame !== null && frame.verified && !unproven.includes(frame.status) && frame.eligible >= n ? frame.eligible : null);

/** W8: the n that goes into the interval. */
export function intervalN({ nEff, ...drawn }: Drawn & { readonly nEff: number }): number {
  const N = drawnFrom(drawn);
  return N === null ? nEff : finiteN(nEff, drawn.n, N);
}

/** W9: what the answers of one community bring to its gate. */
export function communityN(groups: readonly WeightGroup[], method: Pick<MethodRules, 'weighting'>): number {
  const answered = groups.filter(({ scored }) => scored > 0);
  if (answered.length === 0) return 0;
  return summed(answered, answered.map(({ household }) => (method.weighting === 'none' ? 1 : (household ?? 1)))).nEff;
}
