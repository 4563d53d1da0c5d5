import type { CensusCommunity, CensusTable } from '../types/rules';
import { censusProblems, countProblems, frameOf } from './census';

const row = (code: string, change: Partial<CensusCommunity> = {}): CensusCommunity => ({ code, adults: { '18-59': 3000, '60-up': 900 }, total: 3900, households: 1700, ...change });
const table = (...communities: CensusCommunity[]): CensusTable => ({ kind: 'census', version: '1', title: '', source: '', status: '官方', communities });

test('S1–S3 a table without a problem, and one with more communities than the round', () => {
  expect(censusProblems(table(row('a'), row('b', { total: undefined, households: undefined })), ['a', 'b'])).toEqual([]);
  expect(censusProblems(table(row('a'), row('b')), ['a'])).toEqual([]);
});

test.each([
  ['S1', 'missing', [row('a')], 'b'],
  ['S1', 'twice', [row('a'), row('b'), row('b')], 'b'],
  ['S2', 'negative', [row('a'), row('b', { adults: { '18-59': 4000, '60-up': -100 } })], 'b'],
  ['S2', 'negative', [row('a'), row('b', { households: -1 })], 'b'],
  ['S2', 'fractional', [row('a'), row('b', { adults: { '18-59': 3000.5, '60-up': 899.5 } })], 'b'],
  ['S2', 'fractional', [row('a'), row('b', { adults: { '18-59': NaN, '60-up': 1 } })], 'b'],
  ['S2', 'nobody', [row('a'), row('b', { adults: { '18-59': 0, '60-up': 0 }, total: 0, households: 0 })], 'b'],
  ['S2', 'more_households_than_adults', [row('a'), row('b', { households: 3901 })], 'b'],
  ['S3', 'bands_do_not_add_up', [row('a'), row('b', { total: 3901 })], 'b'],
] as const)('%s %s', (_, problem, rows, community) => {
  expect(censusProblems(table(...rows), ['a', 'b'])).toEqual([{ community, problem }]);
});

test('S2 S3 all that is wrong with a row is told', () => {
  expect(countProblems(row('a', { total: 1, households: 5000 }))).toEqual(['bands_do_not_add_up', 'more_households_than_adults']);
});

test('S4 a place was drawn from the adults of its communities, each once; a missing one leaves it unknown', () => {
  const known = { ...table(row('a'), row('b', { adults: { '18-59': 10, '60-up': 5 } }), row('c')), verified: true };
  expect(frameOf(known, ['a', 'b', 'a'])).toEqual({ eligible: 3915, verified: true, status: '官方' });
  expect(frameOf(table(row('a')), ['a'])).toMatchObject({ verified: false });
  expect(frameOf(known, ['a', 'x'])).toBeNull();
});
