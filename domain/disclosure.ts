/**
 * What may appear in a release: one rule, and what follows from it.
 *
 * The rule. Every set of people about whom something is published, and every set that can be had by taking published ones from
 * each other, holds nobody or at least ten (`smallestCell`) who gave a score. What divides people into sets is what they *are*:
 * their community, how they came (source, mode), their age, whether an answer is flagged, when it came, whether a question was put
 * to them. What they *say* divides nobody: 「3 of 40 said 不清楚」 is the content of a set of forty, so n may pass the scores by 1–9,
 * and an option of a question of opinion may have been chosen by one.
 *
 * How it is kept. Not by looking for leaks after the fact but by publishing nothing except unions of batches. The communities are
 * parted into *blocks*: those that belong to the same circles (an overlap of two circles is a block of its own, for it is what is
 * left of all circles less the district). A block's answers enter the figures in *batches* of ten scores and more; what has come
 * since waits. A circle is the sum of its blocks and the district the sum of all, each as far as it has got. So whatever is added
 * or taken away, whole batches remain. At an interim release the last twenty scores of a block stay back as well, so that the final
 * one never finds only one or two new answers, which it would have to leave out.
 *
 * Withdrawals need no batches of their own. An earlier figure that still holds a withdrawn answer differs from a later one by at
 * least ten answers that came between, which no combination of figures can strip off.
 *
 * What cuts across blocks can be played against what is there already: communities against the batches of the interim releases;
 * flags, modes and groups asked against communities and each other. For two ways of cutting we know exactly when (S6): some rows hold
 * all that some columns hold, or the reverse. For more of them we work out what follows from what is known, step by step (S7), and
 * publish a cut only if nothing small follows. Whatever cuts people up further, and says little (age, household), is not published.
 *
 * S1 Blocks: communities of the same circles; every community is in one.
 * S2 A count may appear if nobody is in it, or at least the smallest cell of scores.
 * S3 An interim release keeps back, of each block and source, the last `reserve` scores of the list and what came among them.
 * S4 A block goes on to a new cut if the scores that came since its last one, and are still there, reach the smallest cell; else it
 *    stands as it was published.
 * S5 Communities appear in the final release alone, and only of blocks that are complete then. Those too small join 其他, and
 *    with them the smallest others until S2 and S6 hold.
 * S6 A table whose row and column sums are public is safe if, for any columns, the rows that touch them less these columns, and the
 *    columns less the rows that lie within them, fulfil S2. Where the columns are batches in time, the difference may also not be
 *    empty of the present while withdrawn answers are in it.
 * S7 From a known set follow, for each way of cutting the place up, what is left of it without the parts within it, and what is left of
 *    the parts that cover it without it. A cut may be added if of all that follows nothing breaks S2; one that would take more
 *    than `mostSets` steps to look through may not.
 */
export interface Count {
  readonly n: number;
  readonly scored: number;
}
export interface TableCell extends Count {
  /** Withdrawn answers. */
  readonly gone?: number;
}

export interface Block {
  /** The ids of its circles, joined by `+`; empty for communities of no circle. */
  readonly id: string;
  readonly circles: readonly string[];
  readonly communities: readonly string[];
}

/** Interim releases keep back twice the smallest cell: half of it may be withdrawn and the final release still goes on. */
export const reserve = (smallestCell: number) => 2 * smallestCell;

/** S1. */
export function blocksOf(communities: readonly string[], circles: readonly { readonly id: string; readonly communities: readonly string[] }[]): Block[] {
  const blocks = new Map<string, { id: string; circles: string[]; communities: string[] }>();
  for (const code of [...communities].sort()) {
    const of = circles.filter((circle) => circle.communities.includes(code)).map(({ id }) => id);
    const id = of.join('+');
    const block = blocks.get(id) ?? { id, circles: of, communities: [] };
    block.communities.push(code);
    blocks.set(id, block);
  }
  return [...blocks.values()];
}

/** S2. */
export const mayAppear = ({ n, scored }: Count, smallestCell: number): boolean => n === 0 || scored >= smallestCell;

export const sumOf = (counts: readonly TableCell[]): Required<TableCell> =>
  counts.reduce<Required<TableCell>>((sum, { n, scored, gone = 0 }) => ({ n: sum.n + n, scored: sum.scored + scored, gone: sum.gone + gone }), { n: 0, scored: 0, gone: 0 });

/** More columns than this are not tried: 2^12 choices of them. */
const mostColumns = 12;

/** S6. `table[row][column]`, each row and column fit to appear by itself; with `inTime` the columns are batches, the newest last. */
export function marginsAreSafe(table: readonly (readonly TableCell[])[], smallestCell: number, inTime = false): boolean {
  const columns = table[0]?.length ?? 0;
  if (table.length <= 1 || columns <= 1) return true;
  if (columns > mostColumns) return false;
  for (let chosen = 1; chosen < 2 ** columns - 1; chosen += 1) {
    const isIn = (column: number) => ((chosen >> column) & 1) === 1;
    const gone = inTime && !isIn(columns - 1) && table.some((row) => row.some((cell, column) => isIn(column) && (cell.gone ?? 0) > 0));
    const touching = table.filter((row) => row.some(({ n }, column) => isIn(column) && n > 0));
    const notWithin = table.filter((row) => row.some(({ n }, column) => !isIn(column) && n > 0));
    const rowsLessColumns = sumOf(touching.flatMap((row) => row.filter((_, column) => !isIn(column))));
    const columnsLessRows = sumOf(notWithin.flatMap((row) => row.filter((_, column) => isIn(column))));
    for (const difference of [rowsLessColumns, columnsLessRows]) {
      if (!mayAppear(difference, smallestCell) || (difference.n === 0 && gone)) return false;
    }
  }
  return true;
}

export interface Rows {
  /** Communities that stand alone. */
  readonly alone: readonly string[];
  /** Those that appear together as 其他, or not at all where nothing stands beside them. */
  readonly others: readonly string[];
}

/** S5. `byCommunity`: of one block, for each community its counts by batch. */
export function rowsOf(byCommunity: ReadonlyMap<string, readonly TableCell[]>, smallestCell: number): Rows {
  const total = (code: string) => sumOf(byCommunity.get(code)!);
  const codes = [...byCommunity.keys()].sort();
  if (codes.length === 1) return { alone: codes, others: [] };
  let alone = codes.filter((code) => total(code).scored >= smallestCell).sort((a, b) => total(b).scored - total(a).scored || (a < b ? -1 : 1));
  for (;;) {
    const others = codes.filter((code) => !alone.includes(code));
    const together = others.map((code) => byCommunity.get(code)!);
    const rows = [...alone.map((code) => byCommunity.get(code)!), ...(together.length > 0 ? [together[0]!.map((_, batch) => sumOf(together.map((cells) => cells[batch]!)))] : [])];
    if (alone.length === 0) return { alone, others };
    if (mayAppear(sumOf(together.flat()), smallestCell) && marginsAreSafe(rows, smallestCell, true)) return { alone: [...alone].sort(), others };
    alone = alone.slice(0, -1);
  }
}

/** How many derived sets are looked at before a cut counts as unsafe. */
const mostSets = 4000;

/**
 * S7: whether something small follows. `cuts`: ways of cutting people up, each giving every group its part, or null where it says nothing
 * of the group.
 */
export function givesAway(groups: readonly Count[], cuts: readonly (readonly (string | null)[])[], smallestCell: number): boolean {
  const { counts, masks } = joined(groups, cuts);
  const bits = counts.map((_, i) => 1n << BigInt(i));
  const isSmall = (set: bigint) => !mayAppear(sumOf(counts.filter((_, i) => (set & bits[i]!) !== 0n)), smallestCell);
  const known = new Set<bigint>();
  const queue: bigint[] = [];
  const learn = (set: bigint) => {
    if (set === 0n || known.has(set)) return;
    known.add(set);
    queue.push(set);
  };
  for (const parts of masks) for (const part of parts) learn(part);
  for (let next = 0; next < queue.length; next += 1) {
    const set = queue[next]!;
    if (queue.length > mostSets || isSmall(set)) return true;
    for (const parts of masks) {
      let [within, cover] = [0n, 0n];
      for (const part of parts) {
        if ((part & set) === 0n) continue;
        cover |= part;
        if ((part & ~set) === 0n) within |= part;
      }
      learn(set & ~within);
      if ((set & ~cover) === 0n) learn(cover & ~set);
    }
  }
  return false;
}

/** Groups that every cut puts together are one; each part of a cut becomes a mask over what is left. */
function joined(groups: readonly Count[], cuts: readonly (readonly (string | null)[])[]): { counts: Count[]; masks: bigint[][] } {
  const together = new Map<string, { parts: (string | null)[]; members: Count[] }>();
  groups.forEach((group, i) => {
    const parts = cuts.map((cut) => cut[i]!);
    const key = JSON.stringify(parts);
    const same = together.get(key) ?? { parts, members: [] };
    same.members.push(group);
    together.set(key, same);
  });
  const all = [...together.values()];
  const masks = cuts.map((_, cut) => {
    const parts = new Map<string, bigint>();
    all.forEach(({ parts: of }, i) => {
      const part = of[cut];
      if (part !== null && part !== undefined) parts.set(part, (parts.get(part) ?? 0n) | (1n << BigInt(i)));
    });
    return [...parts.values()];
  });
  return { counts: all.map(({ members }) => sumOf(members)), masks };
}
