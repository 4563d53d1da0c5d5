import { entryWords } from './words';

test.each([
  [{ by: 'owner', act: 'confirmed', fields: ['confirmed_at'] }, '店主确认还在营业'],
  [{ by: 'staff', act: 'changed', fields: ['phone', 'lng', 'lat'] }, '工作人员改了信息（电话、位置）'],
  [{ by: 'residents', act: 'doubted', fields: ['standing'] }, '居民有人说关了'],
  [{ by: 'list', act: 'listed', fields: [] }, '普查名册登记上图'],
  [{ by: 'somebody-new', act: 'something-new', fields: ['x'] }, '系统改了信息'],
])('%j is said as %s', (entry, said) => {
  expect(entryWords(entry)).toBe(said);
});
