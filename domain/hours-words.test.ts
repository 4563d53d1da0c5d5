import type { DatedHours, Span, WeekHours } from '../types/contract/shared';
import { describeHours, endsOf, sayHours } from './hours-words';

const today = '2026-11-18';
const day: Span[] = [{ from: 480, to: 1200 }];
const week: WeekHours = [day, day, day, day, day, day, []];
const rest: WeekHours = Array.from({ length: 7 }, () => []);
const fairs: NonNullable<DatedHours['market']> = { calendar: 'lunar', days: [3, 6, 9, 13, 16, 19, 23, 26, 29], spans: [{ from: 420, to: 720 }, { from: 780, to: 900 }] };

test.each<[string, WeekHours | null, DatedHours | null, string | null, string]>([
  ['the week, and holidays that nobody spoke of', week, null, null, '周一至周六 08:00–20:00；周日休息；节假日开不开没有说。'],
  ['holidays', week, { holidays: 'closed', adjusted: true }, null, '周一至周六 08:00–20:00；周日休息；法定节假日休息；调休上班的周末照工作日。'],
  ['hours of holidays, and two spans a day', week, { holidays: [{ from: 600, to: 960 }], market: fairs }, null, '周一至周六 08:00–20:00；周日休息；逢农历三、六、九 07:00–12:00、13:00–15:00；法定节假日 10:00–16:00。'],
  ['a pause first', week, { holidays: 'usual', closed: { until: '2026-12-03', reason: '装修' } }, null, '暂停营业到12月3日（装修）；周一至周六 08:00–20:00；周日休息；法定节假日照常营业。'],
  ['nothing but market days', rest, { market: fairs, holidays: 'usual' }, null, '逢农历三、六、九 07:00–12:00、13:00–15:00；法定节假日照常营业。'],
  ['not fixed', null, null, null, '平时的时间不固定。'],
  ['with its market', null, { closed: { from: '2026-12-01', until: '2027-01-03' } }, '明清街夜市', '暂停营业12月1日到2027年1月3日；时间跟着明清街夜市。'],
])('W5 %s', (_, hours, dated, market, said) => {
  expect(sayHours({ week: hours, dated }, today, market)).toBe(said);
});

test('W4 a pause that is over is not said any more, but on a list that keeps all', () => {
  const over = { week, dated: { closed: { until: '2026-11-17' } } };
  expect(describeHours(over, today).map(({ days }) => days)).toEqual(['周一至周六', '周日']);
  expect(describeHours({ ...over, dated: { closed: { until: today } } }, today)[0]).toEqual({ days: '暂停营业', text: '到11月18日' });
  expect(describeHours(over, null)[0]).toEqual({ days: '暂停营业', text: '到2026年11月17日' });
});

test('the ends of market days, or none where they are single days', () => {
  expect(endsOf(fairs)).toEqual([3, 6, 9]);
  expect(endsOf({ calendar: 'solar', days: [5, 15, 25, 10, 20, 30] })).toEqual([5, 0]);
  expect([endsOf({ calendar: 'lunar', days: [1, 15] }), endsOf({ calendar: 'lunar', days: [] })]).toEqual([null, []]);
});
