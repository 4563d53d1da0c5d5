import { longestReason, withReason } from './withReason';

describe('ready reasons', () => {
  const ready = '位置不对，请在地图上重新选。';

  test.each([
    ['stands alone where nothing is written', '', ready],
    ['follows what is written', '招牌看不清。', `招牌看不清。${ready}`],
  ])('a reason %s', (_, before, after) => expect(withReason(before, ready)).toBe(after));

  test('a second tap takes it out and leaves the rest', () => expect(withReason(`招牌看不清。${ready}`, ready)).toBe('招牌看不清。'));

  test('one that would not fit changes nothing', () => {
    const long = '长'.repeat(longestReason - 3);
    expect(withReason(long, ready)).toBe(long);
  });
});
