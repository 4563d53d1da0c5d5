/**
 * Whether the weighted rate, beside the raw one, gives a small group away.
 *
 * Weights make a figure out of sums that the raw rate keeps together: with two age bands in a circle, raw and weighted rate are two
 * equations for the two bands. The weights themselves are made of groups of ten and more (weights.ts, W1, W3), but where the groups of
 * a circle and of the district overlap, fewer can be left. So the weighted rate is published rounded, and before it is, we look for
 * another round that would have looked the same: for each small group, answers moved between it and its neighbours so that every
 * published figure stays as it is. Where there is none the figure is not published.
 *
 * What an attacker is taken to know: how many answered in each community, age band, batch, mode and flag. Who lives with how many is not
 * published anywhere, and nobody but the household knows it; its weights only blur the picture for him.
 *
 * P1 A group is: answers of the same row (a set whose raw rate is known) with the same weight in every figure. It is small with 1 to
 *    smallest cell − 1 scores.
 * P2 It is pinned unless some other number of satisfied in it fits every raw count and every published figure.
 * P3 Where all of a row were satisfied, or nobody, its raw rate already says so of everybody, and the weighted rate adds nothing.
 * P4 We look at one answer moved, and at two; what is not found there counts as pinned.
 */
export interface PinUnit {
  readonly row: string;
  /** Other published sets of this answer (mode within age band, flag …), each known by its raw count. */
  readonly sets: readonly string[];
  /** Share of the figure's weight that one answer has; one for each figure, 0 where it is not part of it. */
  readonly weights: readonly number[];
  readonly scored: number;
  readonly satisfied: number;
}
/** Everything between `low` and `high` would have been published as the same; both relative to the true value. */
export interface Slack {
  readonly low: number;
  readonly high: number;
}
interface Group {
  readonly key: string;
  readonly row: string;
  readonly sets: readonly string[];
  readonly weights: readonly number[];
  scored: number;
  satisfied: number;
}
interface Move {
  readonly from: Group;
  readonly to: Group;
  readonly net: string;
  readonly undone: string;
  readonly by: readonly number[];
}

/** How many second moves are tried for a group before it counts as pinned. */
const tries = 100_000;

/** P1–P4. `slacks`: one for each figure. */
export function pins(units: readonly PinUnit[], slacks: readonly Slack[], smallestCell: number): boolean {
  const groups = groupsOf(units);
  const rows = groupBy(groups, ({ row }) => row);
  const mixed = (row: string) => {
    const here = rows.get(row)!;
    const satisfied = here.reduce((sum, group) => sum + group.satisfied, 0);
    return satisfied > 0 && satisfied < here.reduce((sum, group) => sum + group.scored, 0);
  };
  const scoredBy = new Map<string, number>();
  for (const { key, scored } of groups) scoredBy.set(key, (scoredBy.get(key) ?? 0) + scored);
  const small = [...new Set(groups.filter(({ key, row }) => scoredBy.get(key)! < smallestCell && mixed(row)).map(({ key }) => key))];
  if (small.length === 0) return false;
  const moves = [...rows.values()].flatMap(movesIn);
  const byNet = groupBy(moves, ({ net }) => net);
  const fits = (...of: Move[]) => slacks.every(({ low, high }, figure) => {
    const shift = of.reduce((sum, { by }) => sum + by[figure]!, 0);
    return shift >= low && shift <= high;
  });
  return small.some((key) => !moves.some((move) => {
    if (!touches(move, key)) return false;
    if (move.net === '' && fits(move)) return true;
    let left = tries;
    return (byNet.get(move.undone) ?? []).some((second) => (left -= 1) > 0 && !touches(second, key) && apart(move, second) && fits(move, second));
  }));
}

function groupsOf(units: readonly PinUnit[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { row, sets, weights, scored, satisfied } of units) {
    if (scored === 0) continue;
    const key = [row, ...weights.map((weight) => weight.toPrecision(9))].join(' ');
    const id = [key, ...sets].join(' ');
    const group = groups.get(id) ?? { key, row, sets, weights, scored: 0, satisfied: 0 };
    group.scored += scored;
    group.satisfied += satisfied;
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** One satisfied answer fewer here, one more there. */
function movesIn(groups: readonly Group[]): Move[] {
  return groups.filter(({ satisfied }) => satisfied > 0).flatMap((from) => groups.filter((to) => to.key !== from.key && to.satisfied < to.scored).map((to) => ({
    from, to, net: change(from.sets, to.sets), undone: change(to.sets, from.sets), by: to.weights.map((weight, figure) => weight - from.weights[figure]!),
  })));
}
const change = (from: readonly string[], to: readonly string[]) =>
  [...from.filter((set) => !to.includes(set)).map((set) => `-${set}`), ...to.filter((set) => !from.includes(set)).map((set) => `+${set}`)].sort().join(' ');

function groupBy<T>(of: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of of) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}
const touches = ({ from, to }: Move, key: string) => from.key === key || to.key === key;
const apart = (one: Move, other: Move) => one.from !== other.from && one.to !== other.to && one.from !== other.to && one.to !== other.from;
