import { keptWords } from './keptWords';

it('says until when answers are kept, by the calendar of Liangzhou', () => {
  expect(keptWords('2029-12-31T16:30:00.000Z', null)).toContain('保存到 2030 年 1 月 1 日，以后清空');
});
it('says that they are gone, and what stays', () => {
  expect(keptWords('2029-12-31T16:30:00.000Z', '2030-01-05T02:00:00.000Z')).toContain('已在 2030 年 1 月 5 日清空');
  expect(keptWords(null, '2030-01-05T02:00:00.000Z')).toContain('封存和公布的结果都还在');
});
it('says nothing where nothing was laid down', () => expect(keptWords(null, null)).toBeNull());
