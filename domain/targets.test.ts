import { method } from '../rules';
import type { CensusTable } from '../types/rules';
import { scoresFor, shareOut } from './sample-size';
import { targetsOf } from './targets';

const circles = [{ communities: ['a', 'b'] }, { communities: ['b', 'c'] }];
const census: CensusTable = {
  kind: 'census', version: '1', title: '', source: '', status: '待核',
  communities: [['a', 9000], ['b', 3000], ['c', 200]].map(([code, adults]) => ({ code: String(code), adults: { '18-59': Number(adults), '60-up': 0 } })),
};
const targets = (change: Partial<Parameters<typeof targetsOf>[0]> = {}) => {
  const { of, planned } = targetsOf({ source: 'drawn', circles, census, method, ...change });
  return { each: ['a', 'b', 'c'].map(of), planned };
};

test('S2 a drawn round with a census table shares its answers out by people', () => {
  const shares = shareOut(circles, scoresFor(method.sample!.truth, method.sample!.power, method.target, method.z), census, method.sample!);
  const { each, planned } = targets();
  expect(each).toEqual(shares.map(({ answers }) => answers));
  expect(planned).toEqual({ least: Math.min(...each), most: Math.max(...each), answers: each.reduce((sum, n) => sum + n, 0), letters: shares.reduce((sum, { letters }) => sum + letters, 0) });
  expect(planned!.least).toBeLessThan(planned!.most);
});

test('S2 without a census table the communities of a circle share equally', () => {
  const { each } = targets({ census: null });
  expect(each[0]).toBe(each[2]);
  expect(each[0]).not.toBe(method.communityTarget);
});

test.each([
  ['S1 a number in the file', { target: 30 }, 30],
  ['S1 nought in the file', { target: 0 }, 0],
  ['S3 an open round', { source: 'open' as const }, method.communityTarget],
  ['S3 a method that plans no sample', { method: { ...method, sample: null } }, method.communityTarget],
])('%s holds for every community', (_, change, expected) => {
  expect(targets(change)).toEqual({ each: [expected, expected, expected], planned: null });
});
