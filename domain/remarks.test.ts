import fc from 'fast-check';
import { batchesOf, leastTogether, type Lot } from './remarks';

const first: Lot = () => 0;
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);
const sizes = (passed: number, held: number, over: boolean) => batchesOf({ passed: numbers(passed), held: numbers(held, 1000) }, over, first).map(({ state, texts }) => `${state} ${texts.length}`);

test.each([
  ['R2', 9, 0, false, []],
  ['R2', 19, 19, false, []],
  ['R2', 20, 0, false, ['passed 10']],
  ['R2', 0, 39, false, ['held 10', 'held 10']],
  ['R2', 25, 31, false, ['passed 10', 'held 10', 'held 10']],
  ['R3', 9, 0, true, []],
  ['R3', 5, 4, true, []],
  ['R3', 10, 0, true, ['passed 10']],
  ['R3', 0, 19, true, ['held 19']],
  ['R3', 27, 10, true, ['passed 10', 'passed 17', 'held 10']],
  ['R3', 27, 3, true, ['held 10', 'held 10', 'held 10']],
  ['R3', 6, 5, true, ['held 11']],
])('%s passed %d, held %d, over %s: %j', (_rule, passed, held, over, expected) => {
  expect(sizes(passed, held, over)).toEqual(expected);
});

// Texts come in any number between looks; the last look is after the round.
const life = fc.array(fc.record({ passed: fc.nat(25), held: fc.nat(25) }), { minLength: 1, maxLength: 8 });

test('R1–R3 through a whole round: every difference of what is shown is ten texts or more, no text is shown twice, and only fewer than ten are never shown', () => {
  fc.assert(fc.property(life, fc.infiniteStream(fc.nat(1_000_000)), (looks, draws) => {
    const lot: Lot = (limit) => draws.next().value! % limit;
    let wait = { passed: [] as number[], held: [] as number[] };
    let made = 0;
    const shown: number[] = [];
    for (const [at, { passed, held }] of looks.entries()) {
      const come = { passed: numbers(passed, made), held: numbers(held, made + passed) };
      made += passed + held;
      wait = { passed: [...wait.passed, ...come.passed], held: [...wait.held, ...come.held] };
      const unchecked = new Set(wait.held);
      for (const { state, texts } of batchesOf(wait, at === looks.length - 1, lot)) {
        expect(texts.length).toBeGreaterThanOrEqual(leastTogether);
        if (state === 'passed') expect(texts.filter((text) => unchecked.has(text))).toEqual([]);
        shown.push(...texts);
      }
      const gone = new Set(shown);
      wait = { passed: wait.passed.filter((text) => !gone.has(text)), held: wait.held.filter((text) => !gone.has(text)) };
      // so that whoever comes last finds ten to stand among
      if (at < looks.length - 1 && shown.length > 0) expect(wait.passed.length + wait.held.length).toBeGreaterThanOrEqual(leastTogether);
    }
    expect(new Set(shown).size).toBe(shown.length);
    expect(made - shown.length).toBe(made < leastTogether ? made : 0);
  }));
});

test('R4 which texts leave and where they stand is a matter of lots: each text leaves, and stands first, as often as any other', () => {
  let state = 7;
  const lot: Lot = (limit) => { state = (state * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor((state / 2_147_483_648) * limit); };
  const left = new Array<number>(20).fill(0);
  const stoodFirst = new Array<number>(20).fill(0);
  const times = 20_000;
  for (let i = 0; i < times; i += 1) {
    const [batch] = batchesOf({ passed: numbers(20), held: [] }, false, lot);
    for (const text of batch!.texts) left[text]! += 1;
    stoodFirst[batch!.texts[0]!]! += 1;
  }
  for (const count of left) expect(Math.abs(count / times - 1 / 2)).toBeLessThan(0.02);
  for (const count of stoodFirst) expect(Math.abs(count / times - 1 / 20)).toBeLessThan(0.01);
});
