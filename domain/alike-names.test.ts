import fc from 'fast-check';
import { duplicates as rules } from '../rules';
import { pinyinTable } from '../rules/pinyin';
import type { NameLevel } from '../types/rules';
import { alikeNames } from './alike-names';
import { indexPinyin } from './pinyin';

const pinyin = indexPinyin(pinyinTable);
const alike = (a: string, b: string) => alikeNames(a, b, rules, pinyin);

test.each<[string, string, string, NameLevel]>([
  ['N1', '老兰州牛肉面馆', '老兰州牛肉面', 'same'],
  ['N1', 'ABC 便利店', 'ＡＢＣ便利店', 'same'],
  ['N1', '华莱士（东大街店）', '华莱士(荣华店)', 'same'],
  ['N1', '（老张）', '老张', 'same'],
  ['N1', '凉州百惠商贸有限公司', '凉州百惠商贸', 'same'],
  ['N1', '并排面馆店', '并排面馆', 'same'],
  ['N5', '顺达药店', '顺达超市', 'otherTrade'],
  ['N2', '老马牛肉面', '马家牛肉面', 'different'],
  ['N3', '张记修鞋', '章记修鞋', 'sound'],
  ['N3', '福万家超市', '福万佳超市', 'sound'],
  ['N3', '巧手裁缝铺', '巧首裁逢店', 'sound'],
  ['N3', '章记修鞋', '张记修鞋配钥匙', 'sound'],
  ['N4', '金凯瑞超市', '金凯端超市', 'oneOff'],
  ['N4', '凉州人家餐馆', '凉州人餐馆', 'oneOff'],
  ['N4', '文庙东修鞋', '文庙西修鞋', 'different'],
  ['N4', '第三粮站', '第五粮站', 'different'],
  ['N4', '老张修鞋', '老王修鞋', 'different'],
  ['N5', '老张修鞋', '老张修鞋配钥匙', 'contains'],
  ['N5', '南苑修鞋', '南苑社区修鞋摊', 'contains'],
  ['N5', '福源', '福源早餐', 'contains'],
  ['N5', '老李理发', '老李美发', 'otherTrade'],
  ['N5', '张记修鞋', '章记裁缝', 'otherTrade'],
  ['N5', '马家面皮', '李家面皮', 'different'],
  ['N6', '修鞋摊', '老李修鞋', 'trade'],
  ['N6', '修鞋摊', '裁缝铺', 'different'],
  ['N6', '便利店', '早餐店', 'different'],
  ['N6', '凉州城北宏达五金', '凉州城宏达汽修', 'partly'],
])('%s %s ~ %s: %s, whichever comes first', (_rule, a, b, level) => {
  expect([alike(a, b)?.level, alike(b, a)?.level]).toEqual([level, level]);
});

test('N7 what has no readable character is like nothing', () => {
  expect(alike('!!', '!!')).toBeNull();
});

test.each([
  ['张记修鞋', '章记修鞋', '名字读音相同，差一个字'],
  ['巧手裁缝铺', '巧首裁逢店', '名字读音相同，差两个字'],
  ['金凯瑞超市', '金凯端超市', '名字差一个字'],
  ['老张修鞋', '老张修鞋配钥匙', '名字里都有「老张」'],
  ['老李理发', '老李美发', '都叫「老李」，行当不同'],
])('N8 %s ~ %s: %s', (a, b, words) => expect(alike(a, b)?.words).toBe(words));

const name = fc.array(fc.constantFrom(...'老马张章记家福源佳东西一二南苑AB1 (', '牛肉面', '修鞋', '裁缝', '超市', '店', '（分店）'), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));

test('N7 symmetric, and whatever has a readable character is the same as itself or names only its trade', () => {
  fc.assert(fc.property(name, name, (a, b) => {
    expect(alike(a, b)).toEqual(alike(b, a));
    expect(['same', 'trade', undefined]).toContain(alike(a, a)?.level);
  }), { numRuns: 3000 });
});
