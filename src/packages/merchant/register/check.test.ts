import { fieldOf, problemsOf, soundDraft } from './check';
import { put, switchOff, switchOn } from './dated';
import { draftOf, emptyForm, formOf, type Form } from './form';

const sound: Form = {
  ...emptyForm('620602001001'), name: '巧手裁缝铺', format: 'repair', point: { lng: 102.64, lat: 37.93 }, address: '文庙路 12 号', hoursKind: 'same', licensed: false, unlicensedReason: '小区门口的老摊位',
};

test('C1 an empty form says what is missing, each in its place', () => {
  expect(Object.keys(problemsOf(emptyForm(null))).sort()).toEqual(['address', 'community', 'format', 'hours', 'licence', 'name', 'point']);
});

test('C1 a sound form has no problem and makes a draft', () => {
  expect(problemsOf(sound)).toEqual({});
  expect(soundDraft(sound).hours).toHaveLength(7);
});

test.each<[string, Partial<Form>, string]>([
  ['an emoji is not a name', { name: '😀😀' }, 'name'],
  ['a name of 500 letters', { name: '店'.repeat(500) }, 'name'],
  ['a phone with letters', { phone: '12ab' }, 'phone'],
  ['shut before it opens', { week: Array.from({ length: 7 }, () => [{ from: 600, to: 500 }]) }, 'hours'],
  ['two spans on top of each other', { week: Array.from({ length: 7 }, () => [{ from: 500, to: 700 }, { from: 600, to: 800 }]) }, 'hours'],
  ['C2 a code with a wrong check digit', { licensed: true, creditCode: '91620602MA0000000A' }, 'licence'],
  ['C2 no reason', { unlicensedReason: '  ' }, 'licence'],
])('%s', (_, part, field) => {
  expect(Object.keys(problemsOf({ ...sound, ...part }))).toEqual([field]);
});

test('C2 a code typed with spaces and small letters is taken', () => {
  const form: Form = { ...sound, licensed: true, creditCode: ' 91350100m000100y43 ' };
  expect(draftOf(form).creditCode).toBe('91350100M000100Y43');
  expect(problemsOf(form)).toEqual({});
});

test('F1 what was sent comes back as it was typed', () => {
  const overnight: Form = { ...sound, hoursKind: 'byDay', week: [[{ from: 1080, to: 120, overnight: true }], ...Array.from({ length: 6 }, () => [])] };
  for (const form of [sound, overnight]) expect(draftOf(formOf(soundDraft(form)))).toEqual(draftOf(form));
});

test.each<[string, Partial<Form>, string[]]>([
  ['a pause without its last day', { dated: { closed: { until: '' } } }, ['dated']],
  ['a pause that ends before it begins', { dated: { closed: { from: '2026-12-05', until: '2026-12-03' } } }, ['dated']],
  ['market days without a day', { dated: { market: { calendar: 'lunar', days: [], spans: [{ from: 420, to: 780 }] } } }, ['dated']],
  ['hours of holidays that end before they begin', { dated: { holidays: [{ from: 900, to: 600 }] } }, ['dated']],
  ['on market days alone, and none of them', { hoursKind: 'fairs', dated: { market: { calendar: 'lunar', days: [], spans: [{ from: 420, to: 780 }] } } }, ['hours']],
  ['a pause that is whole', { dated: { closed: { until: '2026-12-03', reason: '装修' } } }, []],
])('C1 %s', (_, part, wrong) => {
  expect(Object.keys(problemsOf({ ...sound, ...part }))).toEqual(wrong);
});

test('F1 market days, a pause, hours of holidays and the market come back as they were typed', () => {
  const market = { calendar: 'lunar', days: [3, 13, 23], spans: [{ from: 420, to: 780 }] } as const;
  const typed: Form = { ...sound, dated: { holidays: [{ from: 600, to: 960 }], adjusted: true, market: { ...market, days: [...market.days], spans: [...market.spans] }, closed: { until: '2026-12-03', reason: '装修' } }, market: 'mingqing-jie' };
  expect(draftOf(formOf(soundDraft(typed)))).toEqual(draftOf(typed));
  const fair: Form = { ...typed, hoursKind: 'fairs' };
  expect(soundDraft(fair).hours?.flat()).toEqual([]);
  expect(formOf(soundDraft(fair)).hoursKind).toBe('fairs');
});

test('F3 a reason of spaces is none, and days are sent in their order', () => {
  expect(soundDraft({ ...sound, dated: { closed: { until: '2026-12-03', reason: '  ' }, market: { calendar: 'solar', days: [15, 5], spans: [{ from: 480, to: 0 }] }, holidays: undefined } }).dated)
    .toEqual({ closed: { until: '2026-12-03' }, market: { calendar: 'solar', days: [5, 15], spans: [{ from: 480, to: 1440 }] } });
});

test('what was switched off says nothing, and comes back when it is switched on again', () => {
  const pause = { until: '2026-12-03', reason: '装修' };
  const off = { ...sound, ...switchOff(put(sound, 'closed', pause), 'closed') };
  expect(draftOf(off).dated).toBeUndefined();
  expect(switchOn(off, 'closed', { until: '' }).dated?.closed).toEqual(pause);
  expect(switchOn(sound, 'closed', { until: '' }).dated?.closed).toEqual({ until: '' });
});

test('F2 midnight as an end is 24:00', () => {
  expect(draftOf({ ...sound, week: Array.from({ length: 7 }, () => [{ from: 0, to: 0 }]) }).hours?.[0]).toEqual([{ from: 0, to: 1440 }]);
});

test('the field of a server error is found', () => {
  expect([fieldOf('draft.creditCode'), fieldOf('draft.point.lng'), fieldOf('draft.point'), fieldOf('draft.dated'), fieldOf('draft.market'), fieldOf(undefined), fieldOf('id')]).toEqual(['licence', 'point', 'point', 'dated', 'dated', null, null]);
});
