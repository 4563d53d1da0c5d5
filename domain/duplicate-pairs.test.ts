import fc from 'fast-check';
import { duplicates as rules } from '../rules';
import { pinyinTable } from '../rules/pinyin';
import { metres } from '../types/units';
import { duplicatePairs } from './duplicate-pairs';
import { compareEntries, type Entry } from './duplicates';
import { unproject } from './geometry';
import { indexPinyin } from './pinyin';

const pinyin = indexPinyin(pinyinTable);
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const entry: fc.Arbitrary<Entry> = fc.record({
  name: some(fc.array(fc.constantFrom(...'老马张章记福源佳行银', '牛肉面', '修鞋', '超市', '店'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))),
  point: some(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })).map(([x, y]) => unproject({ x: metres(x), y: metres(y) }))),
  address: some(fc.constantFrom('文庙路12号', '文庙路', '东巷3号')),
  phone: some(fc.constantFrom('13909350001', '0935-2212345')),
  creditCode: some(fc.constantFrom('A', 'B')),
});

test('Q1, Q2 the same pairs as comparing every one with every other, each once, the higher points first', () => {
  fc.assert(fc.property(fc.array(entry, { maxLength: 25 }), (list) => {
    const entries = list.map((one, i) => ({ ...one, id: String(i).padStart(3, '0') }));
    const every = entries.flatMap((one, i) => entries.slice(i + 1).flatMap((other) => (compareEntries(one, other, rules, pinyin).level === 'no' ? [] : [`${one.id} ${other.id}`])));
    const pairs = duplicatePairs(entries, rules, pinyin);
    expect(pairs.map(({ one, other }) => `${one.id} ${other.id}`).sort()).toEqual(every.sort());
    expect(pairs.every(({ score }, i) => i === 0 || pairs[i - 1]!.score >= score)).toBe(true);
  }), { numRuns: 300 });
});
