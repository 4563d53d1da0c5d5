import fc from 'fast-check';
import { blocksOf, givesAway, marginsAreSafe, mayAppear, rowsOf, sumOf, type TableCell } from './disclosure';

const of = (n: number, gone = 0): TableCell => ({ n, scored: n, gone });
const table = (...rows: number[][]) => rows.map((row) => row.map((n) => of(n)));

describe('what may appear', () => {
  test('S1 communities of the same circles are a block; an overlap is one of its own, and so is what no circle has', () => {
    const blocks = blocksOf(['a', 'b', 'c', 'd', 'e'], [{ id: 'east', communities: ['a', 'b', 'c'] }, { id: 'west', communities: ['c', 'd'] }]);
    expect(blocks).toEqual([
      { id: 'east', circles: ['east'], communities: ['a', 'b'] }, { id: 'east+west', circles: ['east', 'west'], communities: ['c'] },
      { id: 'west', circles: ['west'], communities: ['d'] }, { id: '', circles: [], communities: ['e'] },
    ]);
  });

  test.each([[0, 0, true], [9, 9, false], [10, 10, true], [40, 9, false], [40, 0, false], [1, 0, false]])('S2 of %d answers and %d scores: %s', (n, scored, may) => expect(mayAppear({ n, scored }, 10)).toBe(may));

  test.each([
    ['all cells of ten', table([10, 10], [10, 10]), true],
    ['small cells that no difference isolates', table([9, 8], [7, 12]), true],
    ['a column that is all but three of a row', table([12, 3], [0, 20]), false],
    ['a row that is all but three of a column', table([12, 0], [3, 20]), false],
    ['a column within one row', table([12, 10], [0, 20]), true],
    ['two rows that are all but four of a column', table([12, 0], [12, 0], [4, 30]), false],
    ['one row', table([1, 20]), true],
  ])('S6 margins of %s', (_, cells, safe) => expect(marginsAreSafe(cells, 10)).toBe(safe));

  test('S6 batches in time: a withdrawal may not be all that two figures differ by', () => {
    // all of the first batch came from the first community: the circle then less that community now is the withdrawn answer
    const batches = [[of(11, 1), of(0)], [of(0), of(20)]];
    expect(marginsAreSafe(batches, 10, true)).toBe(false);
    expect(marginsAreSafe(batches.map((row) => row.map(({ n }) => of(n))), 10, true)).toBe(true);
    // nobody can tell it from the eleven that came since
    expect(marginsAreSafe([[of(11, 1), of(11)], [of(12), of(20)]], 10, true)).toBe(true);
  });

  /** What can be had from row and column sums exactly: every 0/1 pattern that is a difference of rows' and columns' indicators. */
  const derivable = (cells: readonly (readonly TableCell[])[]): number[] => {
    const found: number[] = [];
    const [rows, columns] = [cells.length, cells[0]!.length];
    const values = (length: number): number[][] => (length === 0 ? [[]] : values(length - 1).flatMap((rest) => [-2, -1, 0, 1, 2].map((one) => [...rest, one])));
    for (const x of values(rows)) {
      for (const y of values(columns)) {
        const pattern = cells.map((row, r) => row.map((cell, c) => [cell.n, x[r]! + y[c]!] as const));
        if (pattern.flat().every(([n, v]) => n === 0 || v === 0 || v === 1)) found.push(pattern.flat().reduce((sum, [n, v]) => sum + n * v, 0));
      }
    }
    return found;
  };

  test('S6 finds whatever a solver of all combinations finds', () => {
    const sizes = fc.constantFrom<number>(0, 0, 1, 3, 8, 10, 13, 25);
    const rows = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([r, c]) => fc.array(fc.array(sizes, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }));
    const enough = (counts: readonly number[]) => [0, ...counts].every((n) => n === 0 || n >= 10);
    const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
    fc.assert(fc.property(rows, (cells) => {
      // the margins themselves are looked at elsewhere
      fc.pre(enough(cells.map(total)) && enough(cells[0]!.map((_, column) => total(cells.map((row) => row[column]!)))));
      expect(marginsAreSafe(table(...cells), 10)).toBe(enough(derivable(table(...cells))));
    }), { numRuns: 100 });
  });

  const inTime = (...batches: number[]) => batches.map((n) => of(n));
  test.each([
    ['small ones join 其他', [['a', 30], ['b', 20], ['c', 6], ['d', 7]], ['a', 'b'], ['c', 'd']],
    ['a single small one takes the smallest other with it', [['a', 30], ['b', 20], ['c', 6]], ['a'], ['b', 'c']],
    ['nobody answered is no danger', [['a', 30], ['b', 20], ['c', 0]], ['a', 'b'], ['c']],
    ['two of which one is small appear together alone', [['a', 30], ['b', 3]], [], ['a', 'b']],
    ['a block of one community is that community', [['a', 30]], ['a'], []],
  ] as const)('S5 %s', (_, counts, alone, others) => expect(rowsOf(new Map(counts.map(([code, n]) => [code, inTime(n)])), 10)).toEqual({ alone, others }));

  test('S5 a community that was all but three of an earlier batch does not stand alone', () => {
    expect(rowsOf(new Map([['a', inTime(20, 10)], ['b', inTime(3, 30)]]), 10).alone).toEqual(['a', 'b']);
    expect(rowsOf(new Map([['a', inTime(20, 0)], ['b', inTime(3, 30)]]), 10).alone).toEqual([]);
  });

  const groups = (...sizes: number[]) => sizes.map((n) => of(n));
  test.each([
    ['cuts that say nothing of each other', groups(12, 8, 9, 11), [['a', 'a', 'b', 'b'], ['x', 'y', 'x', 'y']], false],
    ['a part within another', groups(12, 4, 30), [['a', 'b', 'b'], ['x', 'x', 'y']], true],
    // b without the flagged is all that was assisted but one
    ['a part that three cuts leave', groups(10, 1, 20, 10), [['a', 'a', 'b', 'b'], ['-', '-', '-', 'flagged'], ['self', 'assisted', 'assisted', 'self']], true],
    ['a cut that says nothing of some', groups(12, 30), [['a', 'b'], ['x', null]], false],
    ['a small part', groups(12, 9), [['a', 'b']], true],
  ] as const)('S7 %s', (_, counts, cuts, away) => expect(givesAway(counts, cuts, 10)).toBe(away));

  test('counts add up', () => expect(sumOf([of(1, 2), { n: 3, scored: 1 }])).toEqual({ n: 4, scored: 2, gone: 2 }));
});
