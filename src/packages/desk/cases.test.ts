import { leftWords, pageOfCase } from './cases';
import { deskPages } from './paths';

test.each([
  [0, '还有 不到 1 小时', 'amber'], [5, '还有 5 小时', 'amber'], [30, '还有 30 小时', 'plain'], [72, '还有 3 天', 'plain'], [-1, '超期 1 小时', 'red'], [-50, '超期 2 天', 'red'],
])('%d hours left: %s', (hours, text, tone) => {
  expect(leftWords(hours)).toEqual({ text, tone });
});

test('outlets that nobody confirmed for long are opened by their community, those to be witnessed on the walk', () => {
  expect(pageOfCase({ kind: 'stale', id: '620602001001' })).toEqual({ path: deskPages.review, query: { stale: '620602001001' } });
  expect(pageOfCase({ kind: 'witness', id: '620602001001' })).toEqual({ path: deskPages.walk, query: { community: '620602001001' } });
});
