import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { draw, drawnText, foldSeed, frameText, type Household } from './draw';

const hash = (text: string) => createHash('sha256').update(text).digest();
const households = (community: string, n: number): Household[] => Array.from({ length: n }, (_, i) => ({ community, number: String(i + 1), address: `${community} ${i + 1} 号` }));
const frame = [...households('620602001001', 40), ...households('620602001002', 25)];
const letters = new Map([['620602001001', 10], ['620602001002', 30]]);
const key = ({ community, number }: Household) => `${community} ${number}`;
const drawn = (seed: string, of: readonly Household[] = frame, round = 'spring') => draw(of, letters, { round, seed, hash }).map(key);
const shuffled = fc.shuffledSubarray([...frame], { minLength: frame.length });

test('D2 a frame is the same in any order, and another with one address changed', () => {
  fc.assert(fc.property(shuffled, (other) => expect(frameText(other)).toBe(frameText(frame))), { numRuns: 20 });
  expect(frameText(frame.map((one, i) => (i === 7 ? { ...one, address: '别处' } : one)))).not.toBe(frameText(frame));
});

test('D3 of each community the wanted number, or all where there are fewer; nobody twice, and none of a community that gets none', () => {
  const found = drawn('03 08 12', [...frame, ...households('620602001003', 5)]);
  expect(found.filter((one) => one.startsWith('620602001001'))).toHaveLength(10);
  expect(found.filter((one) => one.startsWith('620602001002'))).toHaveLength(25);
  expect(new Set(found).size).toBe(35);
});

test('D4 the same seed draws the same, in any order and whatever other communities there are; another seed or round draws others', () => {
  fc.assert(fc.property(shuffled, (other) => expect(drawn('03 08 12', other)).toEqual(drawn('03 08 12'))), { numRuns: 20 });
  const only = draw(frame.slice(0, 40), letters, { round: 'spring', seed: '03 08 12', hash }).map(key);
  expect(drawn('03 08 12').filter((one) => one.startsWith('620602001001'))).toEqual(only);
  expect(drawn('03 08 13')).not.toEqual(drawn('03 08 12'));
  expect(drawn('03 08 12', frame, 'autumn')).not.toEqual(drawn('03 08 12'));
});

test('D4 every household is drawn about as often as any other', () => {
  const times = new Map(frame.slice(0, 40).map((one) => [key(one), 0]));
  for (let seed = 0; seed < 2000; seed += 1) for (const one of draw(frame.slice(0, 40), letters, { round: 'spring', seed: String(seed), hash })) times.set(key(one), times.get(key(one))! + 1);
  // 10 of 40, 2,000 times: 500 each, standard deviation 19
  for (const n of times.values()) expect(Math.abs(n - 500)).toBeLessThan(5 * 19.4);
});

test('D5 width, case, spaces and marks of a seed do not matter; an empty one is refused', () => {
  expect(foldSeed('  ０３，08 、12 + 09（蓝）')).toBe('03 08 12 09 蓝');
  expect(drawn('０３, 08,12')).toEqual(drawn('03 08 12'));
  expect(() => drawn(' ，。')).toThrow(RangeError);
});

test('who was drawn is one text in any order', () => {
  const two = frame.slice(0, 2);
  expect(drawnText('spring', two)).toBe(drawnText('spring', [...two].reverse()));
  expect(drawnText('spring', two)).not.toBe(drawnText('spring', frame.slice(1, 3)));
});
