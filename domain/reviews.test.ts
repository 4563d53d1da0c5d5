import fc from 'fast-check';
import { agedBefore, aspectNames, halfYearOf, saysSomething, summarise, type Aspects, type Counted, type Said } from './reviews';

const rules = { leastPeople: 5, keepMonths: 24, mostADay: 5 };
const now = Date.parse('2026-11-18T04:00:00Z');
const all = (said: Said): Aspects => ({ quality: said, price: said, manner: said, clean: said, elderFit: said });
const review = (writer: string, said: Said = 'good', at = '2026-11-01T00:00:00Z'): Counted => ({ writer, at, aspects: all(said) });
const five = ['a', 'b', 'c', 'd', 'e'].map((writer) => review(writer));

test.each([
  ['2026-06-30T15:59:59Z', '2026-1'], ['2026-06-30T16:00:00Z', '2026-2'], ['2026-12-31T15:59:59Z', '2026-2'], ['2026-12-31T16:00:00Z', '2027-1'],
])('V1 %s lies in the half year %s', (at, half) => expect(halfYearOf(Date.parse(at))).toBe(half));

test('V2 what is older than the rule says no longer counts', () => {
  expect(agedBefore(now, rules)).toBe('2024-11-18T04:00:00.000Z');
  expect(summarise([...five, review('f', 'bad', '2024-11-18T03:59:59Z')], now, rules).people).toBe(5);
  expect(summarise([...five, review('f', 'bad', '2024-11-18T04:00:00Z')], now, rules).people).toBe(6);
});

test('V3 one person counts once, by her newest', () => {
  const twice = [...five, review('a', 'bad', '2026-05-01T00:00:00Z'), review('b', 'bad', '2026-11-02T00:00:00Z')];
  expect(summarise(twice, now, rules)).toMatchObject({ people: 5, aspects: [{ good: 4, bad: 1 }, {}, {}, {}, {}] });
});

test('V4 from four people nothing is added up, from five it is', () => {
  expect(summarise(five.slice(1), now, rules)).toEqual({ people: 4, aspects: null });
  expect(summarise(five, now, rules).aspects![0]).toEqual({ aspect: 'quality', noticed: 5, good: 5, fair: 0, bad: 0 });
});

test('V5 an aspect that few noticed has no shares', () => {
  const one = { ...review('f'), aspects: { ...all('good'), elderFit: 'unnoticed' as const } };
  expect(summarise([...five.slice(1), one], now, rules).aspects!.map(({ noticed }) => noticed)).toEqual([5, 5, 5, 5, null]);
});

test('V6 nothing noticed and nothing written is no review', () => {
  expect(saysSomething(all('unnoticed'), null)).toBe(false);
  expect(saysSomething({ ...all('unnoticed'), price: 'bad' }, null)).toBe(true);
  expect(saysSomething(all('unnoticed'), '好吃')).toBe(true);
});

test('V3 V4 V5 whatever is written, in whatever order: the parts make the whole, nobody counts twice, and few are never told', () => {
  const said = fc.constantFrom<Said>('good', 'fair', 'bad', 'unnoticed');
  const anyReview = fc.record({ writer: fc.constantFrom(...'abcdefgh'), at: fc.integer({ min: Date.parse('2023-01-01'), max: now }).map((ms) => new Date(ms).toISOString()), aspects: fc.record({ quality: said, price: said, manner: said, clean: said, elderFit: said }) });
  fc.assert(fc.property(fc.uniqueArray(anyReview, { selector: ({ at }) => at }), (reviews) => {
    const { people, aspects } = summarise(reviews, now, rules);
    expect(people).toBeLessThanOrEqual(8);
    expect(aspects === null).toBe(people < 5);
    for (const { noticed, good, fair, bad } of aspects ?? []) {
      expect(good + fair + bad).toBe(noticed ?? 0);
      if (noticed !== null) expect(noticed).toBeGreaterThanOrEqual(5);
    }
    expect(aspects?.map(({ aspect }) => aspect) ?? [...aspectNames]).toEqual([...aspectNames]);
    expect(summarise([...reviews].reverse(), now, rules)).toEqual({ people, aspects });
  }));
});
