/** Measuring on a shared machine: rounds of A and B in turn, the median of each, and their ratio. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds of one piece of work. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** Runs the alternatives in turn, `rounds` times after one unmeasured round; medians in the same order. */
export const inTurn = async (rounds: number, ...alternatives: readonly (() => Promise<number>)[]): Promise<number[]> => {
  const seen: number[][] = alternatives.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, measure] of alternatives.entries()) {
      const value = await measure();
      if (round > 0) seen[i]!.push(value);
    }
  }
  return seen.map(median);
};

/** `total` calls, `width` at a time; milliseconds of all. */
export const together = async (total: number, width: number, call: (i: number) => Promise<unknown>): Promise<number> => {
  let next = 0;
  return timed(() => Promise.all(Array.from({ length: width }, async () => {
    for (let i = next++; i < total; i = next++) await call(i);
  })));
};

/** The same in calls a second. */
export const rate = async (total: number, width: number, call: (i: number) => Promise<unknown>): Promise<number> => (total / (await together(total, width, call))) * 1000;

/** Milliseconds a call, one after the other. */
export const each = async (total: number, call: (i: number) => Promise<unknown>): Promise<number> =>
  (await timed(async () => { for (let i = 0; i < total; i += 1) await call(i); })) / total;

/** The most memory of this process that was in use while `work` ran, in MB, looked at every 20 ms. */
export const peak = async (work: () => Promise<unknown>): Promise<Peak> => {
  let most = 0;
  const look = () => { most = Math.max(most, process.memoryUsage().rss); };
  const timer = setInterval(look, 20);
  const ms = await timed(work);
  look();
  clearInterval(timer);
  return { ms, mb: most / 2 ** 20 };
};
export interface Peak { readonly ms: number; readonly mb: number }

export interface Line { readonly what: string; readonly measured: string; readonly budget: string; readonly kept: boolean | null }

export const table = (lines: readonly Line[]): string => {
  const rows = [['what', 'measured', 'budget', ''], ...lines.map(({ what, measured, budget, kept }) => [what, measured, budget, kept === null ? '' : kept ? 'kept' : 'OVER'])];
  return rows.map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${row.map(() => '---').join('|')}|` : ''}`).join('\n');
};
