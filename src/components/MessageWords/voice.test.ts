import { changedFields, voiceMessages } from './voice';

const body = { name: '老街面馆', gone: '老街牛肉面馆', outlet: '11111111-1111-4111-8111-111111111111', reason: '是广告。', fields: 'phone,hours', format: '早餐店', minutes: '8', count: '3' };
test.each(Object.entries(voiceMessages))('%s is said in words, without a gap', (_kind, words) => {
  const { title, text } = words(body);
  expect(`${title}${text}`).toContain('老街面馆');
  expect(`${title}${text}`).not.toMatch(/undefined|null/);
});
test('what changed is named once, in words', () => {
  expect(changedFields('lat,lng,phone')).toBe('位置、电话');
  expect(changedFields('from_tomorrow')).toBe('信息');
});
