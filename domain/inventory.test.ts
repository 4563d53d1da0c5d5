import fc from 'fast-check';
import { countForFormats, judge, type CheckState } from './inventory';

const day = 86_400_000;
const now = Date.parse('2026-11-18T04:00:00Z');
const mark = (state: CheckState, days: number) => ({ state, at: now - days * day });

test.each([
  ['S1 without a mark nobody looked', null, 0, 'unchecked', false, 'unknown'],
  ['S1 and what is listed is there all the same', null, 2, 'unchecked', false, 'there'],
  ['S4 checked, and nothing there: a gap', mark('checked', 1), 0, 'checked', false, 'gap'],
  ['S2 looked at in part is no ground for a gap', mark('partial', 1), 0, 'partial', false, 'unknown'],
  ['S2 nor is a mark that was taken back', mark('unchecked', 1), 0, 'unchecked', false, 'unknown'],
  ['S3 on the last day it still holds', mark('checked', 180), 0, 'checked', false, 'gap'],
  ['S3 S4 a day later it is due, and the gap is not claimed', mark('checked', 181), 0, 'checked', true, 'unknown'],
  ['S3 partial ages too', mark('partial', 181), 3, 'partial', true, 'there'],
  ['S3 未核 is never due', mark('unchecked', 999), 0, 'unchecked', false, 'unknown'],
] as const)('%s', (_what, given, listed, state, due, finding) => {
  expect(judge(given, listed, now, 180)).toEqual({ state, due, finding });
});

test('S4 a gap is claimed nowhere but where somebody looked, lately, and found nothing', () => {
  const anything = fc.record({ state: fc.constantFrom<CheckState>('checked', 'partial', 'unchecked'), age: fc.integer({ min: 0, max: 1000 }), listed: fc.integer({ min: 0, max: 3 }) });
  fc.assert(fc.property(anything, ({ state, age, listed }) => (judge(mark(state, age), listed, now, 180).finding === 'gap') === (state === 'checked' && age <= 180 && listed === 0)));
});

test('S5 an outlet counts once for its format and once for each its services count as', () => {
  const countsAs = new Map<string, string | null>([['shoe-repair', 'repair'], ['key-cutting', 'repair'], ['parcel-pickup', 'parcel'], ['cash', null]]);
  expect([...countForFormats([{ format: 'store', services: ['shoe-repair', 'key-cutting', 'parcel-pickup', 'cash'], n: 1 }, { format: 'repair', services: ['shoe-repair'], n: 2 }], countsAs)].sort())
    .toEqual([['parcel', 1], ['repair', 3], ['store', 1]]);
});
