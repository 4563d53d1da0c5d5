import { fieldOf, problemsOf, soundDraft } from './check';
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

test('F2 midnight as an end is 24:00', () => {
  expect(draftOf({ ...sound, week: Array.from({ length: 7 }, () => [{ from: 0, to: 0 }]) }).hours?.[0]).toEqual([{ from: 0, to: 1440 }]);
});

test('the field of a server error is found', () => {
  expect([fieldOf('draft.creditCode'), fieldOf('draft.point.lng'), fieldOf('draft.point'), fieldOf(undefined), fieldOf('id')]).toEqual(['licence', 'point', 'point', null, null]);
});
