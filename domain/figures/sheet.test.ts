import { classification, evaluation, formats, method, plan } from '../../rules';
import { evaluationProblems } from '../evaluation';
import { figureDefinitions } from './definitions';
import { enteredFields, type Entry } from './entered';
import type { Facts, OutletGroup } from './facts';
import { missingOf, sheetOf } from './sheet';
import { figureNote, figureWords, rangeWords } from './words';

const now = Date.parse('2026-11-29T04:00:00Z');
const group = (community: string, format: string, change: Partial<OutletGroup> = {}): OutletGroup => ({ community, format, services: [], known: 1, listed: 1, verified: 1, fresh: 1, chain: 0, independent: 1, papers: 1, ...change });
const entry = (place: string, field: string, value: number): Entry => ({ place, field, value, words: null, asOf: '2026-10-01', source: '社区台账' });
const facts = (change: Partial<Facts> = {}): Facts => ({
  at: now, freshDays: 90, recheckDays: 180,
  streets: [{ code: 's1', name: '一街' }, { code: 's2', name: '二街' }],
  communities: [{ code: 'c1', name: '甲社区', street: 's1' }, { code: 'c2', name: '乙社区', street: 's1' }, { code: 'c3', name: '丙社区', street: 's2' }],
  // 乙 lies in both circles
  circles: [{ id: 'k1', name: '一圈', communities: ['c1', 'c2'], targets: ['提升型'], state: 'built' }, { id: 'k2', name: '二圈', communities: ['c2', 'c3'], targets: ['基础型', '提升型'], state: 'building' }],
  outlets: [], marks: [], entered: [], satisfaction: [], needs: [], needRules: method.needs!,
  formats: { hash: 'f', body: formats }, plan: { hash: 'p', body: plan }, classification: { hash: 'c', body: classification }, evaluation: { hash: 'e', body: evaluation }, others: [], ...change,
});
const figure = (of: Facts, kind: string, id: string, code: string) => {
  const sheet = sheetOf(of);
  const value = sheet.places.find((place) => place.kind === kind && place.id === id)!.figures[code]!;
  return [figureWords(value, sheet.definitions.find((one) => one.code === code)!), figureNote(value)];
};

test('S1 a community of two circles counts in both, and once in the district', () => {
  const of = facts({ outlets: [group('c2', 'breakfast')] });
  expect(['k1', 'k2'].map((id) => figure(of, 'circle', id, 'outlets')[0])).toEqual(['1 家', '1 家']);
  expect(figure(of, 'district', 'district', 'outlets')).toEqual(['1 家', '']);
  expect(figure(of, 'district', 'district', 'communities')).toEqual(['3 个', '']);
});

test('a shop with services counts once as an outlet and once for each format it carries', () => {
  const of = facts({ outlets: [group('c1', 'convenience-store', { services: ['parcel-keeping', 'shoe-repair', 'key-cutting'] })] });
  expect(figure(of, 'circle', 'k1', 'outlets')).toEqual(['1 家', '']);
  expect(['convenience-store', 'parcel', 'repair', 'breakfast'].map((code) => figure(of, 'circle', 'k1', `format.${code}`)[0])).toEqual(['1 家', '1 家', '1 家', '不知道']);
  expect(figure(of, 'circle', 'k1', 'basic-there')).toEqual(['3 种', '']);
  expect(figure(of, 'circle', 'k1', 'multi')).toEqual(['100.0%', '1/1']);
});

test('S2 unknown is said with its reason, and never is 0', () => {
  expect(figure(facts(), 'circle', 'k1', 'chain')).toEqual(['不知道', '还没有一家填了是不是连锁']);
  expect(figure(facts(), 'circle', 'k1', 'satisfaction')).toEqual(['不知道', '还没有发布过']);
  expect(figure(facts(), 'circle', 'k1', 'outlets')).toEqual(['0 家', '']);
});

test('beside the share of chains stands of how many nobody knows', () => {
  const groups = [group('c1', 'breakfast', { chain: 1, independent: 0 }), group('c1', 'repair', { chain: 0, independent: 1 })];
  expect(figure(facts({ outlets: groups }), 'circle', 'k1', 'chain')).toEqual(['50.0%', '1/2']);
  expect(figure(facts({ outlets: [...groups, group('c1', 'laundry', { chain: 0, independent: 0 })] }), 'circle', 'k1', 'chain')).toEqual(['50.0%', '1/2，另有 1 家不清楚']);
});

test('S4 a sum of what was entered waits for the last community, and says whose is missing', () => {
  const some = facts({ entered: [entry('c1', 'population', 3000)] });
  expect(figure(some, 'circle', 'k1', 'population')).toEqual(['不知道', '还差 1 个社区没填：乙社区']);
  expect(figure(some, 'circle', 'k2', 'population')).toEqual(['不知道', '还没有填']);
  expect(figure(facts({ entered: [entry('c1', 'population', 3000), entry('c2', 'population', 2000)] }), 'circle', 'k1', 'population')).toEqual(['5000 人', '']);
});

test('coverage counts communities of built circles, and people only where all are known', () => {
  expect(figure(facts(), 'district', 'district', 'built-communities')).toEqual(['66.7%', '2/3']);
  expect(figure(facts(), 'district', 'district', 'built-population')[0]).toBe('不知道');
  const people = facts({ entered: ['c1', 'c2', 'c3'].map((code, i) => entry(code, 'population', 1000 * (i + 1))) });
  expect(figure(people, 'district', 'district', 'built-population')).toEqual(['50.0%', '3000/6000']);
  expect(figure(people, 'street', 's2', 'built-communities')).toEqual(['0.0%', '0/1']);
});

test('a format that nobody checked is not missing; checked everywhere and empty it is', () => {
  const mark = (community: string, at = now) => ({ community, format: 'repair', state: 'checked' as const, at });
  const presence = (of: Facts) => sheetOf(of).circles[0]!.presence['repair'];
  expect(presence(facts({ marks: [mark('c1')] }))).toBe('unchecked');
  expect(presence(facts({ marks: [mark('c1'), mark('c2')] }))).toBe('none');
  expect(presence(facts({ marks: [mark('c1'), mark('c2', now - 181 * 86_400_000)] }))).toBe('unchecked');
  expect(presence(facts({ outlets: [group('c2', 'repair', { verified: 0 })] }))).toBe('unverified');
});

test('a circle is led to the highest of its targets, and above it to the next type', () => {
  const basic = ['convenience-store', 'breakfast', 'repair', 'wet-market', 'greengrocer', 'laundry', 'hairdresser', 'pharmacy'];
  const [first, second] = sheetOf(facts({ outlets: basic.map((format) => group('c2', format)) })).circles;
  expect([first, second].map((one) => [one!.reached, one!.target, one!.toward])).toEqual([['基础型', '提升型', '提升型'], ['基础型', '提升型', '提升型']]);
  expect(missingOf(facts(), first!)[0]).toMatch(/^基本保障类还要 2 项，可从这些里核实或补：综合超市（未核）/);
});

test('satisfaction is shown as it was published', () => {
  const of = facts({ satisfaction: [{ place: 'circle', id: 'k1', release: 'r', rate: { value: 0.899, text: '89.9%' }, n: 120, low: 0.85, high: 0.94, verdict: 'undecided', source: 'drawn', demo: false }] });
  expect(figure(of, 'circle', 'k1', 'satisfaction')).toEqual(['89.9%', '抽样 120 份，95% 区间 85.0%–94.0%']);
});

test('every figure has its place, its name and its formula once, and every place has every figure that is defined of it', () => {
  const { definitions, places } = sheetOf(facts());
  expect(new Set(definitions.map(({ code }) => code)).size).toBe(definitions.length);
  for (const { name, formula, source } of definitions) expect([name, formula, source].every((text) => text.length > 0)).toBe(true);
  for (const { kind, figures } of places) expect(Object.keys(figures)).toEqual(definitions.filter(({ of }) => of.includes(kind)).map(({ code }) => code));
  for (const { figures } of places) for (const value of Object.values(figures)) expect(figureNote(value)).not.toBe('没有这个数');
});

test('the deployed evaluation asks only for figures of a circle', () => {
  const known = figureDefinitions({ formats: formats.formats, levels: [], freshDays: 90 }).filter(({ of, unit }) => of.includes('circle') && unit !== '').map(({ code }) => code);
  expect(evaluationProblems(evaluation, new Set(known))).toEqual([]);
});

test.each([[{ from: 0, to: 0.2 }, '%', '0–20%'], [{ from: 0.3, to: 0.05 }, '%', '30–5%'], [{ from: 0, to: 1500 }, '米', '0–1500 米']])('a figure that is scored over %o reads %s %s', (item, unit, words) => {
  expect(rangeWords(item, { unit })).toBe(words);
});

test('fields that are entered have codes of their own', () => expect(new Set(enteredFields.map(({ code }) => code)).size).toBe(enteredFields.length));
