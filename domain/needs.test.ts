import fc from 'fast-check';
import { method as rules } from '../rules';
import { needsOf, type Has, type NeedAnswer, type NeedsInput } from './needs';
import { wilson } from './satisfaction';

const method = { z: rules.z, needs: rules.needs! };
const answers = (has: Partial<Record<Has, number>>, wishes: readonly string[] = []): NeedAnswer[] =>
  Object.entries(has).flatMap(([code, n]) => Array.from({ length: n }, () => ({ has: { repair: code as Has }, wishes })));
const of = (change: Partial<NeedsInput>) => needsOf({ formats: ['repair'], answers: [], inventory: { repair: { outlets: 2, checked: true } }, source: 'drawn', method, ...change })[0]!;

test('B1 lack is of those who know, with its interval', () => {
  const need = of({ answers: answers({ enough: 20, lacking: 12, none: 8, unclear: 60 }) });
  expect(need).toMatchObject({ known: 40, lack: 0.5, interval: wilson(20, 40, rules.z) });
  expect(of({ source: 'open', answers: answers({ enough: 20, none: 20 }) })).toMatchObject({ lack: 0.5, interval: null });
});

test('B2 want counts wishes 3, 2, 1 and each format once', () => {
  const known = answers({ none: 16 });
  const wishes = [['repair'], ['x', 'repair'], ['x', 'y', 'repair'], ['x', 'y', 'z', 'repair'], ['repair', 'repair']];
  const need = of({ answers: [...known, ...wishes.flatMap((list) => answers({ none: 1 }, list))] });
  expect(need.want).toBeCloseTo((3 + 2 + 1 + 0 + 3) / (3 * 21), 12);
  expect(need.gap).toBeCloseTo(need.want!, 12);
});

test('B3 nineteen who know are too few to show', () => {
  expect(of({ answers: answers({ none: 19, unclear: 500 }) })).toEqual({ format: 'repair', known: null, lack: null, interval: null, want: null, gap: null, check: null });
  expect(of({ answers: answers({ none: 20 }) }).known).toBe(20);
});

test.each([
  ['never checked', { outlets: 0, checked: false }, 'unchecked'],
  ['not in the inventory', undefined, 'unchecked'],
  ['checked, none', { outlets: 0, checked: true }, 'confirmed_missing'],
  ['checked, some, and lacking', { outlets: 3, checked: true }, 'there_but_poor'],
] as const)('B4 %s', (_, repair, check) => {
  expect(of({ answers: answers({ enough: 20, none: 20 }), inventory: { repair } }).check).toBe(check);
});

test('B4 nothing is claimed where most are content', () => expect(of({ answers: answers({ enough: 39, none: 1 }) }).check).toBeNull());

test('B5 the largest gap first, the unknown last', () => {
  const all = Array.from({ length: 20 }, (_, i): NeedAnswer => ({ has: { a: 'unclear', b: i < 5 ? 'none' : 'enough', c: 'none' }, wishes: ['c', 'b'] }));
  expect(needsOf({ formats: ['a', 'b', 'c'], answers: all, inventory: {}, source: 'open', method }).map(({ format }) => format)).toEqual(['c', 'b', 'a']);
});

test('B2 all shares lie in 0 … 1', () => {
  const one = fc.record({ has: fc.record({ repair: fc.constantFrom<Has>('enough', 'lacking', 'none', 'unclear') }), wishes: fc.array(fc.constantFrom('repair', 'x'), { maxLength: 3 }) });
  fc.assert(fc.property(fc.array(one, { minLength: 20, maxLength: 60 }), (list) => {
    const { known, lack, want, gap } = of({ answers: list });
    if (known !== null) for (const share of [lack!, want!, gap!]) expect(share >= 0 && share <= 1).toBe(true);
  }));
});
