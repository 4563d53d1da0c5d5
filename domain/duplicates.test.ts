import fc from 'fast-check';
import { duplicates as rules } from '../rules';
import { pinyinTable } from '../rules/pinyin';
import { gcj02, metres } from '../types/units';
import { compareEntries, phoneDigits, type DuplicateLevel, type Entry } from './duplicates';
import { unproject } from './geometry';
import { indexPinyin } from './pinyin';

const pinyin = indexPinyin(pinyinTable);
const at = (east: number) => unproject({ x: metres(east), y: metres(0) });
const entry = (of: Partial<Entry>): Entry => ({ name: null, point: null, address: null, phone: null, creditCode: null, ...of });
const compare = (a: Partial<Entry>, b: Partial<Entry>) => compareEntries(entry(a), entry(b), rules, pinyin);
const [code, otherCode] = ['92620602MA0000015G', '92620602MA0000023C'];

/** What the points are tuned by. A real list will bring more lines; a line that can't be had by points alone shows that a rule is missing. */
describe.each<[string, boolean, [string, Partial<Entry>, Partial<Entry>, DuplicateLevel][]]>([
  ['the same shop', true, [
    ['written otherwise, next to each other', { name: '张记修鞋', point: at(0) }, { name: '章记修鞋', point: at(12) }, 'likely'],
    ['written otherwise, 30 m apart', { name: '张记修鞋', point: at(0) }, { name: '章记修鞋', point: at(30) }, 'possible'],
    ['with and without its ending, 30 m apart', { name: '老兰州牛肉面馆', point: at(0) }, { name: '老兰州牛肉面', point: at(30) }, 'likely'],
    ['moved 2 km with its phone', { name: '福源早餐', phone: '13909350001', point: at(0) }, { name: '福源早餐店', phone: '139 0935 0001', point: at(2000) }, 'possible'],
    ['moved 600 m with its phone', { name: '福源早餐', phone: '13909350001', point: at(0) }, { name: '福源早餐店', phone: '139 0935 0001', point: at(600) }, 'likely'],
    ['renamed, same licence, same place', { name: '福源早餐', creditCode: code, phone: '13909350001', point: at(0) }, { name: '百味饭馆', creditCode: code, phone: '13909350002', point: at(10) }, 'sure'],
    ['moved across the town with its licence', { name: '百惠药店', creditCode: code, point: at(0) }, { name: '百惠大药房', creditCode: code, point: at(3000) }, 'sure'],
    ['a second place of one licence, perhaps', { name: '百惠药店', creditCode: code, point: at(0) }, { name: '顺达超市', creditCode: code, point: at(3000) }, 'possible'],
    ['the same phone under another trade', { name: '张姐裁缝', phone: '13909350001', point: at(0) }, { name: '张姐干洗', phone: '13909350001', point: at(5) }, 'likely'],
    ['called by its trade alone in an old list', { name: '修鞋摊', point: at(0) }, { name: '老李修鞋', point: at(8) }, 'possible'],
    ['a pin left in the middle of the community, same address', { name: '宏达五金', address: '文庙路12号', point: at(0) }, { name: '宏达五金店', address: '文庙路 12 号（底商）', point: at(450) }, 'likely'],
    ['one wrong character, next to each other', { name: '金凯瑞超市', point: at(0) }, { name: '金凯端超市', point: at(14) }, 'possible'],
    ['a new owner with a licence of her own', { name: '福源早餐', creditCode: code, point: at(0) }, { name: '福源早餐', creditCode: otherCode, point: at(5) }, 'possible'],
  ]],
  ['not the same shop', false, [
    ['neighbours of one trade and one family name', { name: '老马牛肉面', point: at(0) }, { name: '马家牛肉面', point: at(12) }, 'no'],
    ['of one chain, 400 m apart', { name: '华莱士（东大街店）', point: at(0) }, { name: '华莱士（西关店）', point: at(400) }, 'no'],
    ['of one chain, 250 m apart, own phones', { name: '百惠药店', phone: '09352210001', point: at(0) }, { name: '百惠药店', phone: '09352210002', point: at(250) }, 'no'],
    ['one name, own licences and own phones, 60 m apart', { name: '顺达超市', phone: '13909350001', creditCode: code, point: at(0) }, { name: '顺达超市', phone: '13909350002', creditCode: otherCode, point: at(60) }, 'no'],
    ['two cobblers side by side', { name: '老张修鞋', point: at(0) }, { name: '老王修鞋', point: at(4) }, 'no'],
    ['another trade at the next door', { name: '福源早餐', point: at(0) }, { name: '宏达五金', point: at(6) }, 'no'],
    ['at the east and the west gate', { name: '文庙东修鞋', point: at(0) }, { name: '文庙西修鞋', point: at(90) }, 'no'],
    ['one phone of a head office, another name, across the town', { name: '百惠药店', phone: '4008001234', point: at(0) }, { name: '顺达超市', phone: '400-800-1234', point: at(3000) }, 'no'],
    ['one name and one address in two quarters', { name: '宏达五金', address: '东巷12号', point: at(0) }, { name: '宏达五金', address: '东巷12号', point: at(1400) }, 'no'],
    ['the same name, one of them nowhere', { name: '福源早餐', point: at(0) }, { name: '福源早餐' }, 'no'],
  ]],
])('%s', (_kind, same, pairs) => {
  test.each(pairs)('%s', (_what, a, b, level) => {
    expect(compare(a, b)).toMatchObject({ level });
    expect(level === 'no').toBe(!same);
  });
});

test('D8 the reasons are said in words, the strongest first', () => {
  const { reasons, metres: apart } = compare({ name: '张记修鞋', phone: '13909350001', point: at(0) }, { name: '章记修鞋', phone: '13909350001', point: at(30) });
  expect(reasons.map(({ words }) => words)).toEqual(['电话相同', '名字读音相同，差一个字', '相距 30 米']);
  expect(apart).toBe(30);
  expect(compare({ point: at(0) }, { point: at(2340) }).reasons.map(({ words }) => words)).toEqual(['相距 2.3 公里']);
});

test.each([['+86 139 0935 0001', '13909350001'], ['８６１３９０９３５０００１', '13909350001'], ['0935-2212345', '09352212345'], ['139', null], ['', null], [null, null]])('D7 %s is %s', (phone, digits) => {
  expect(phoneDigits(phone)).toBe(digits);
});

test('the rule file keeps its own promises: levels ascend, nothing that is the same counts against, distances ascend and their points fall', () => {
  const { levels, creditCode, phone, name, distance, beyond } = rules;
  expect([0, levels.possible, levels.likely, levels.sure, 100].every((level, i, all) => i === 0 || level > all[i - 1]!)).toBe(true);
  for (const one of [creditCode, phone, name]) expect(one.same > 0 && one.different < 0).toBe(true);
  expect(distance.every(({ upTo, points }, i) => i === 0 || (upTo > distance[i - 1]!.upTo && points <= distance[i - 1]!.points))).toBe(true);
  expect(beyond).toBeLessThanOrEqual(distance.at(-1)!.points);
});

const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const anyEntry: fc.Arbitrary<Entry> = fc.record({
  name: some(fc.array(fc.constantFrom(...'老马张章记福源佳东西', '牛肉面', '修鞋', '超市', '店'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))),
  point: some(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })).map(([x, y]) => unproject({ x: metres(x), y: metres(y) }))),
  address: some(fc.constantFrom('文庙路12号', '文庙路', '东巷3号')),
  phone: some(fc.constantFrom('13909350001', '13909350002', '0935-2212345')),
  creditCode: some(fc.constantFrom(code, otherCode)),
});
const between = (a: Entry, b: Entry) => compareEntries(a, b, rules, pinyin);

test('D1, D2 symmetric; whole points from 0 to 100', () => {
  fc.assert(fc.property(anyEntry, anyEntry, (a, b) => {
    const one = between(a, b);
    expect({ ...one, reasons: new Set(one.reasons) }).toEqual({ ...between(b, a), reasons: new Set(between(b, a).reasons) });
    expect(Number.isInteger(one.score) && one.score >= 0 && one.score <= 100).toBe(true);
  }), { numRuns: 3000 });
});

test('D3 what one of them lacks gives no reason, and taking it from the other too changes nothing', () => {
  fc.assert(fc.property(anyEntry, anyEntry, fc.constantFrom('name', 'point', 'address', 'phone', 'creditCode'), (a, b, field) => {
    expect(between({ ...a, [field]: null }, b)).toEqual(between({ ...a, [field]: null }, { ...b, [field]: null }));
  }), { numRuns: 3000 });
});

test('D4 a name alone is never enough, nor a place alone', () => {
  fc.assert(fc.property(anyEntry, anyEntry, (a, b) => {
    expect(between({ ...entry({}), name: a.name }, b).level).toBe('no');
    expect(between(entry({ point: a.point, address: a.address }), b).level).toBe('no');
    // nor is a name together with a place that does not speak for it
    if (a.point) expect(between(entry({ name: '福源早餐', point: a.point }), entry({ name: '福源早餐', point: gcj02(a.point.lng + 0.01, a.point.lat) })).level).toBe('no');
  }), { numRuns: 2000 });
});

test('D5 the same code at the same place is sure, whatever else differs', () => {
  fc.assert(fc.property(anyEntry, anyEntry, fc.integer({ min: 0, max: 40 }), (a, b, apart) => {
    expect(between({ ...a, creditCode: code, point: at(0) }, { ...b, creditCode: code, point: at(apart) }).level).toBe('sure');
  }), { numRuns: 2000 });
});

test('D6 nearer never lowers the points', () => {
  fc.assert(fc.property(anyEntry, anyEntry, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (a, b, one, other) => {
    const [near, far] = [Math.min(one, other), Math.max(one, other)];
    const score = (apart: number) => between({ ...a, point: at(0) }, { ...b, point: at(apart) }).score;
    expect(score(near)).toBeGreaterThanOrEqual(score(far));
  }), { numRuns: 2000 });
});
