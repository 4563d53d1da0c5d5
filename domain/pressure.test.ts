import { leastShown, mostCounted, readOversight, shownReports } from './pressure';

test.each([
  ['P2', 1, { count: null, orMore: false }],
  ['P2', leastShown - 1, { count: null, orMore: false }],
  ['P2', leastShown, { count: 5, orMore: false }],
  ['P3', mostCounted - 1, { count: 49, orMore: false }],
  ['P3', mostCounted, { count: 50, orMore: true }],
])('%s %d reports', (_rule, reports, shown) => {
  expect(shownReports(reports)).toEqual(shown);
});

test.each([
  ['武威市商务局 0935-1234567', { name: '武威市商务局', phone: '0935-1234567' }],
  ['  武威市商务局 市场科\t12345 ', { name: '武威市商务局 市场科', phone: '12345' }],
  ['', null], ['   ', null], [undefined, null],
  ['武威市商务局', undefined], ['12345', undefined], ['武威市商务局 打电话', undefined], [`${'长'.repeat(41)} 12345`, undefined],
])('P4 %j', (text, named) => {
  expect(readOversight(text)).toEqual(named);
});
