import fc from 'fast-check';
import { classification, formats, plan } from '../rules';
import type { ClassificationRules } from '../types/rules';
import { classificationProblems, classify, lacksFor, lackWords, levelsInOrder, nextLevel, presenceOf, type Presence } from './classification';

const rules: ClassificationRules = {
  kind: 'classification', version: '1', title: '分型', source: '试', status: '示例',
  basic: ['shop', 'breakfast', 'repair', 'market'], quality: ['canteen', 'books'],
  levels: [
    { name: '提升型', includes: '基础型', minBasic: 3, minQuality: 1, requires: ['market'], minScore: null },
    { name: '基础型', includes: null, minBasic: 2, minQuality: 0, requires: ['repair'], minScore: null },
    { name: '品质型', includes: '提升型', minBasic: 4, minQuality: 2, requires: [], minScore: 80 },
  ],
};
const all = [...rules.basic, ...rules.quality];
const having = (of: Partial<Record<string, Presence>>, rest: Presence = 'none') => new Map(all.map((format) => [format, of[format] ?? rest]));
const reached = (of: Partial<Record<string, Presence>>, score: { low: number; high: number } | null = null) => classify(rules, having(of), score).reached;
const nameOf = (format: string) => ({ shop: '便利店', breakfast: '早餐店', repair: '维修点', market: '菜市场', canteen: '社区食堂', books: '书店书吧' })[format] ?? format;

test.each<[number, number, boolean, Presence]>([[1, 3, true, 'there'], [0, 3, true, 'unverified'], [0, 0, true, 'none'], [0, 0, false, 'unchecked'], [1, 1, false, 'there']])(
  'S1 %d verified of %d, checked %s: %s', (verified, listed, checked, said) => expect(presenceOf({ verified, listed, checked })).toBe(said),
);

describe('S2 a type is reached', () => {
  test('by its numbers, with what it requires', () => {
    expect(reached({ shop: 'there', breakfast: 'there' })).toBeNull();
    expect(reached({ shop: 'there', repair: 'there' })).toBe('基础型');
    expect(reached({ shop: 'there', repair: 'there', market: 'there', canteen: 'there' })).toBe('提升型');
  });
  test('only with the type it includes', () => expect(reached({ shop: 'there', breakfast: 'there', market: 'there', canteen: 'there' })).toBeNull());
  test('only with its least score, for certain', () => {
    const whole = Object.fromEntries(all.map((format) => [format, 'there' as const]));
    expect([reached(whole), reached(whole, { low: 79, high: 95 }), reached(whole, { low: 80, high: 80 })]).toEqual(['提升型', '提升型', '品质型']);
  });
  test.each<Presence>(['unverified', 'unchecked', 'none'])('never by what is %s', (presence) => expect(reached({ shop: 'there', repair: presence })).toBeNull());
});

test('S3 what could be is told apart from what is', () => {
  expect(classify(rules, having({ shop: 'there', repair: 'unchecked', market: 'unverified', canteen: 'unchecked' }), null)).toMatchObject({ reached: null, possible: '提升型' });
  expect(classify(rules, having({ shop: 'there' }), null)).toMatchObject({ reached: null, possible: null, basic: { there: 1, unverified: 0, unchecked: 0, none: 3, of: 4 } });
});

describe('S4 what is missing', () => {
  test('is named where it can only be that', () => {
    expect(lacksFor(rules, '基础型', having({ shop: 'there', breakfast: 'there' })).map((lack) => lackWords(lack, nameOf))).toEqual(['必备业态差 1 项：维修点（没有）']);
  });
  test('else a number, and the candidates that need least first', () => {
    const lacks = lacksFor(rules, '提升型', having({ repair: 'there', market: 'there', shop: 'none', breakfast: 'unverified', canteen: 'unchecked' }));
    expect(lacks.map((lack) => lackWords(lack, nameOf))).toEqual(['基本保障类还要 1 项，可从这些里核实或补：早餐店（有，待核实）、便利店（没有）', '品质提升类还要 1 项，可从这些里核实或补：社区食堂（未核）、书店书吧（没有）']);
  });
  test('with what the types below ask, once', () => expect(lacksFor(rules, '提升型', having({ shop: 'there', breakfast: 'there', canteen: 'there' }))).toEqual([
    { kind: 'required', more: 2, candidates: [{ format: 'market', presence: 'none' }, { format: 'repair', presence: 'none' }] },
  ]));
  test('nothing, where it is reached', () => expect(lacksFor(rules, '基础型', having({ shop: 'there', repair: 'there' }))).toEqual([]));
  test('what nobody looked for is not missing: it is said apart from what is', () => {
    const open = [{ format: 'repair', presence: 'none' }, { format: 'canteen', presence: 'unchecked' }] as const;
    expect(lackWords({ kind: 'required', more: 2, candidates: open }, nameOf)).toBe('必备业态差 1 项：维修点（没有），还有 1 项没核清：社区食堂（未核）');
    expect(lackWords({ kind: 'required', more: 1, candidates: open.slice(1) }, nameOf)).toBe('必备业态还有 1 项没核清：社区食堂（未核）');
  });

  test('many candidates are shortened, with their number', () => expect(lackWords({ kind: 'basic', more: 1, candidates: ['shop', 'breakfast', 'repair'].map((format) => ({ format, presence: 'none' as const })) }, nameOf, 2)).toBe('基本保障类差 1 项，可从这些里补：便利店（没有）、早餐店（没有）等 3 项'));
});

test('types come lowest first, however the file has them', () => {
  expect(levelsInOrder(rules).map(({ name }) => name)).toEqual(['基础型', '提升型', '品质型']);
  expect([nextLevel(rules, null)?.name, nextLevel(rules, '基础型')?.name, nextLevel(rules, '品质型')]).toEqual(['基础型', '提升型', null]);
});

test('one more outlet never lowers a type, and checking never raises what is possible', () => {
  const presences = fc.tuple(...all.map(() => fc.constantFrom<Presence>('there', 'unverified', 'unchecked', 'none'))).map((list) => new Map(all.map((format, i) => [format, list[i]!])));
  const rank = (name: string | null) => (name === null ? 0 : levelsInOrder(rules).findIndex((level) => level.name === name) + 1);
  fc.assert(fc.property(presences, fc.constantFrom(...all), (before, format) => {
    const was = classify(rules, before, null);
    expect(rank(was.possible)).toBeGreaterThanOrEqual(rank(was.reached));
    expect(rank(classify(rules, new Map([...before, [format, 'there']]), null).reached)).toBeGreaterThanOrEqual(rank(was.reached));
    expect(rank(classify(rules, new Map([...before, [format, 'none']]), null).possible)).toBeLessThanOrEqual(rank(was.possible));
  }));
});
test('what is missing is enough: with as many candidates as it says, the type is reached', () => {
  const presences = fc.tuple(...all.map(() => fc.constantFrom<Presence>('there', 'unverified', 'unchecked', 'none'))).map((list) => new Map(all.map((format, i) => [format, list[i]!])));
  fc.assert(fc.property(presences, fc.constantFrom('基础型', '提升型'), (before, type) => {
    const brought = lacksFor(rules, type, before).flatMap(({ more, candidates }) => candidates.slice(0, more));
    const after = classify(rules, new Map([...before, ...brought.map(({ format }): [string, Presence] => [format, 'there'])]), null).reached;
    expect(levelsInOrder(rules).findIndex(({ name }) => name === after)).toBeGreaterThanOrEqual(levelsInOrder(rules).findIndex(({ name }) => name === type));
  }));
});

describe('a rule file', () => {
  const known = new Map(all.map((format) => [format, `${format}店`]));
  const problems = (change: Partial<ClassificationRules>) => classificationProblems({ ...rules, ...change }, known, ['基础型', '提升型', '品质型']);
  const level = (change: object) => ({ levels: [{ ...rules.levels[1]!, ...change }, rules.levels[0]!, rules.levels[2]!] });
  test('that is right has none', () => expect(problems({})).toEqual([]));
  test.each<[string, Partial<ClassificationRules>, string]>([
    ['an unknown format', { basic: [...rules.basic, 'no-such'] }, '业态「no-such」不在业态目录里。'],
    ['a format twice', { quality: [...rules.quality, 'shop'] }, '业态「shop店」列了两次。'],
    ['more than the list has', level({ minBasic: 5 }), '「基础型」要 5 种基本保障类业态，名单里只有 4 种。'],
    ['more quality than the list has', level({ minQuality: 3 }), '「基础型」要 3 种品质提升类业态，名单里只有 2 种。'],
    ['a cycle', level({ includes: '品质型' }), '类型互相包含，绕成了圈：基础型 → 品质型 → 提升型 → 基础型。'],
    ['a type that includes itself', level({ includes: '基础型' }), '类型互相包含，绕成了圈：基础型 → 基础型。'],
    ['a type that is not there', level({ includes: '入门型' }), '「基础型」包含的「入门型」没有定义。'],
    ['a type the plan wants left out', { levels: rules.levels.slice(0, 2) }, '方案要求的「品质型」没有定义。'],
  ])('%s is said', (_what, change, said) => expect(problems(change)).toContain(said));
  test('the deployed one is right', () => {
    const wanted = [...new Set(plan.circles.flatMap(({ targets }) => targets.map(({ type }) => type)))];
    expect(classificationProblems(classification, new Map(formats.formats.map(({ code, name }) => [code, name])), wanted)).toEqual([]);
    expect(classification.status).toBe('示例');
  });
});
