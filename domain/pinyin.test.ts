import { indexPinyin, typedForms } from './pinyin';

const index = indexPinyin({ usual: { cai: '裁菜', feng: '缝', xing: '行', yin: '银' }, other: { hang: '行' } });

test('S1, S2 a word is found by its pinyin and by its initials', () => {
  expect(typedForms('裁缝', index)).toEqual(['caifeng', 'cf']);
});
test('S1 what is not in the table stays as it is', () => {
  expect(typedForms('abc 裁1', index)).toEqual(['abc cai1', 'abc c1']);
});
test('S3 a character with two readings is found by either, the usual one first', () => {
  expect(typedForms('银行', index)).toEqual(['yinxing', 'yx', 'yinhang', 'yh']);
});
test('S3 a row of such characters does not explode', () => {
  expect(typedForms('行'.repeat(30), index).length).toBeLessThanOrEqual(8);
});
