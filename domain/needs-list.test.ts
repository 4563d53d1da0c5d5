import type { Need } from '../types/contract/results';
import { askedFor, needsList, type NeedsListInput } from './needs-list';

const input = (change: Partial<NeedsListInput<string>> = {}): NeedsListInput<string> => ({
  formats: [{ format: 'market', presence: 'none' }, { format: 'repair', presence: 'unchecked' }, { format: 'breakfast', presence: 'there' }, { format: 'nursery', presence: 'unverified' }],
  candidates: new Set(), asked: new Map(), wished: new Map(), projects: [], ...change,
});
const formatsOf = (change: Partial<NeedsListInput<string>> = {}) => needsList(input(change)).map(({ format }) => format);
const need = (format: string, lack: number | null, gap: number | null): Need => ({ format, name: format, known: 40, said: { enough: 10, lacking: 20, none: 10 }, lack, interval: null, points: 9, want: 0.5, gap, why: null });
const asked = (lack: number, want: number) => ({ need: need('any', lack, lack * want), release: 'r-1' });

test('L1 L2 what was looked for everywhere and is not there is on it; not what nobody looked for, not what waits to be verified', () => {
  expect(formatsOf()).toEqual(['market']);
});
test('L2 what residents said or wait for is on it, there or not', () => {
  expect(formatsOf({ asked: new Map([['breakfast', asked(0.6, 0.5)]]), wished: new Map([['nursery', 12]]) })).toEqual(['breakfast', 'nursery', 'market']);
});
test('L2 a format with a project is on it, also one that the rule doesn’t ask for', () => {
  expect(formatsOf({ projects: [{ format: 'car-wash', open: true, shown: 'p' }] })).toEqual(['market', 'car-wash']);
});
test('L3 what an open project is for comes last; after one that ended it is as before', () => {
  const both = new Map([['market', asked(0.9, 0.9)], ['breakfast', asked(0.3, 0.1)]]);
  expect(formatsOf({ asked: both, projects: [{ format: 'market', open: true, shown: 'p' }] })).toEqual(['breakfast', 'market']);
  expect(formatsOf({ asked: both, projects: [{ format: 'market', open: false, shown: 'p' }] })).toEqual(['market', 'breakfast']);
});
test('L3 found and asked for comes before asked alone; and what helps to the next type before what does not', () => {
  expect(formatsOf({ asked: new Map([['breakfast', asked(0.5, 0.5)], ['market', asked(0.5, 0.5)]]) })).toEqual(['market', 'breakfast']);
  const missing = [{ format: 'market', presence: 'none' as const }, { format: 'repair', presence: 'none' as const }];
  expect(formatsOf({ formats: missing, candidates: new Set(['repair']) })).toEqual(['repair', 'market']);
});
test('L1 asked is what enough people miss; of whom too few knew, nothing is claimed', () => {
  const needs = [need('market', 0.6, 0.3), need('repair', 0.29, 0.2), need('nursery', null, null)];
  expect([...askedFor({ release: 'r-1', needs }, 0.3)].map(([format, { release }]) => [format, release])).toEqual([['market', 'r-1']]);
});
