import fc from 'fast-check';
import { oneOff } from './one-off';
import { indexPinyin } from './pinyin';

const index = indexPinyin({ usual: { cai: '裁', feng: '缝逢', pu: '铺', xi: '西', an: '安', xing: '行', yin: '银' }, other: { hang: '行' } });

/** `like`, as PostgreSQL reads it. */
const like = (text: string, pattern: string) =>
  new RegExp(`^${pattern.replace(/\\([\\%_])|%|_|[.*+?^${}()|[\]\\]/g, (sign, typed: string | undefined) => (typed !== undefined ? (typed === '\\' ? '\\\\' : typed) : sign === '%' ? '.*' : sign === '_' ? '.' : `\\${sign}`))}$`, 'su').test(text);
const finds = (typed: string, text: string) => {
  const found = oneOff(typed, index)?.patterns.some((pattern) => like(text, pattern)) ?? false;
  // O3 what a pattern finds, the index must find too
  if (found) expect(oneOff(typed, index)!.pieces.some((piece) => piece.every((part) => text.includes(part)))).toBe(true);
  return found;
};

test.each([
  ['O1 a wrong character', '裁逢铺', '巧手裁缝铺', true],
  ['O1 a wrong one in the middle of three', '裁风铺', '巧手裁缝铺', true],
  ['O1 a missing one', '巧手缝铺', '巧手裁缝铺', true],
  ['O1 one too many', '修鞋匠', '老张修鞋', true],
  ['O1 two wrong ones', '乔首裁缝', '巧手裁缝铺', false],
  ['O1 two characters may not be wrong', '修靴', '老张修鞋', false],
  ['O1 a wrong letter', 'caifang', '巧手裁缝铺 qiaoshoucaifengpu', true],
  ['O1 a missing letter', 'qiaoshoucaifenpu', '巧手裁缝铺 qiaoshoucaifengpu', true],
  ['O1 four letters may not be wrong', 'caif', '菜店 caidian', false],
  ['O2 read the same', '裁逢', '裁缝铺 caifengpu', true],
  ['O2 read the same by another reading', '银行', '音航 yinhang', true],
  ['O2 too short a sound', '西安', '海鲜 haixian', false],
  ['O4 a typed percent sign is one', '裁%%铺', '裁一二三铺', false],
])('%s: %s in %s', (_what, typed, text, found) => expect(finds(typed, text)).toBe(found));

test('O1 what is very long is not looked at', () => {
  expect(oneOff('裁'.repeat(21), index)).toBeNull();
});

test('O1, O3 one change anywhere is found, and found by the index', () => {
  const character = fc.constantFrom(...'裁缝铺修鞋老张%_');
  const word = fc.array(character, { minLength: 4, maxLength: 12 });
  fc.assert(fc.property(word, character, fc.nat(), fc.constantFrom('wrong', 'missing', 'surplus'), (name, other, where, change) => {
    const i = where % name.length;
    const typed = change === 'wrong' ? name.with(i, other) : change === 'missing' ? name.toSpliced(i, 1) : name.toSpliced(i, 0, other);
    if (/\p{Script=Han}/u.test(typed.join(''))) expect(finds(typed.join(''), `前${name.join('')}后`)).toBe(true);
  }), { numRuns: 3000 });
});
