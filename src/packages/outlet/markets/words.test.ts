import { marketState, unsureOf } from './words';

it.each([
  ['M1 on', { state: 'open', until: '09:30' } as const, '正在开 至 09:30'],
  ['M2 later', { state: 'closed', opens: { day: '明天', at: '06:00' } } as const, '现在没有开，明天 06:00 开'],
  ['M2 not a market day', { state: 'closed', because: '今天不逢集', opens: { day: '周六', at: '07:00' } } as const, '今天不逢集，周六 07:00 开'],
  ['M2 a pause', { state: 'closed', because: '暂停营业到12月3日', opens: null } as const, '暂停营业到12月3日'],
  ['M3 nobody said', { state: 'unknown' } as const, '什么时候开还不知道'],
])('%s', (_, open, text) => {
  expect(marketState(open).text).toBe(text);
});

it.each([
  ['both', { hoursStatus: '待核', placeStatus: '待核' }, ['时间和位置：待核']], ['one', { hoursStatus: '', placeStatus: '待核' }, ['位置：待核']],
  ['each its own', { hoursStatus: '示例', placeStatus: '待核' }, ['时间：示例', '位置：待核']], ['neither', { hoursStatus: '', placeStatus: '' }, []],
])('M4 %s', (_, market, said) => {
  expect(unsureOf(market)).toEqual(said);
});
