import { dayWords, factSaid, factWords, kindText, knownFacts, openWords, walkText, signWords } from './words';

describe('openWords', () => {
  it.each([
    ['W1 open until a time', { state: 'open', until: '18:30' } as const, '营业中 至 18:30'],
    ['W1 never closes', { state: 'open', until: null } as const, '营业中 不打烊'],
    ['W2 opens today', { state: 'closed', opens: { day: '今天', at: '11:00' } } as const, '11:00 开门'],
    ['W2 opens tomorrow', { state: 'closed', opens: { day: '明天', at: '09:00' } } as const, '明天 09:00 开门'],
    ['W2 never opens', { state: 'closed', opens: null } as const, '现在不营业'],
    ['W4 a holiday', { state: 'closed', because: '国庆节休息', opens: { day: '10月8日', at: '09:00' } } as const, '国庆节休息，10月8日 09:00 开门'],
    ['W4 closed for a while', { state: 'closed', because: '暂停营业到12月3日（装修）', opens: { day: '12月4日', at: '09:00' } } as const, '暂停营业到12月3日（装修）'],
    ['W3 unknown is not closed', { state: 'unknown' } as const, '时间待核'],
  ])('%s', (_, open, said) => {
    expect(openWords(open).text).toBe(said);
  });
});

test('only facts that hold are tags; on the page unknown and no are told apart', () => {
  expect(knownFacts({ cash: 'yes', stepFree: 'no', seats: 'unknown', staffed: 'yes' })).toEqual(['收现金', '人工服务']);
  const [cash, step] = factWords;
  expect([factSaid(cash!, 'unknown').text, factSaid(step!, 'no').text, factSaid(cash!, 'yes').text]).toEqual(['收现金 未知', '有台阶', '收现金 ✓']);
});

test('an estimate says 约', () => {
  expect(walkText({ minutes: 3, metres: 180, estimated: true })).toBe('约 3 分钟 · 180 米');
  expect(walkText({ minutes: 1, metres: 0, estimated: true })).toBe('约 1 分钟 · 10 米内');
});

test('many services are counted, not cut off in the middle', () => {
  expect(kindText({ format: { code: 'x', name: '维修点' }, services: ['修鞋', '修伞', '修表', '磨刀'] })).toBe('维修点 · 修鞋 修伞 修表 等 4 项');
  expect(kindText({ format: { code: 'x', name: '药店' }, services: [] })).toBe('药店');
});

test('a day of another year carries its year', () => {
  expect([dayWords('2026-11-16', 2026), dayWords('2025-11-16', 2026)]).toEqual(['11月16日', '2025年11月16日']);
});

test.each([
  [null, null, '还没有核实过'], ['2026-11-16', null, '11月16日核实'], ['2026-11-16', '2026-11-18', '11月18日确认过'], [null, '2025-11-18', '2025年11月18日确认过'], ['2026-11-19', '2026-11-18', '11月19日核实'],
])('verified %s, confirmed %s: %s', (verifiedOn, confirmedOn, said) => {
  expect(signWords({ verifiedOn, confirmedOn }, 2026)).toBe(said);
});
