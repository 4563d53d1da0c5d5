import { censusProblems, frameOf } from '../../domain/census';
import { intervalN } from '../../domain/weights';
import { demoPlaces, plan } from '../../rules';
import { demoCensus } from './census';

const census = demoCensus(demoPlaces);
const asked = [...new Set(plan.circles.flatMap(({ communities }) => communities))];

test('the demonstration’s census table has every community that its rounds ask, without a fault', () => {
  expect(censusProblems(census, asked)).toEqual([]);
});
test('it says 演示, and so narrows no interval', () => {
  expect(census).toMatchObject({ status: '演示', verified: false });
  const frame = { ...frameOf(census, asked)!, verified: true };
  expect(intervalN({ nEff: 900, n: 1000, source: 'drawn', frame })).toBe(900);
});
