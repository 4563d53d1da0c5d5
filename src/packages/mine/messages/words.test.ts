import { knownKinds, messageWords } from './words';

const body = { format: '早餐店', minutes: '8', count: '2', fields: 'phone', until: '2027-01-02', waiting: '3', late: '1', hours: '5', name: '老街面馆', gone: '老街牛肉面馆', outlet: '11111111-1111-4111-8111-111111111111', reason: '照片看不清。', days: '7', by: 'owner' };

test.each(knownKinds)('%s is said in words, without a gap', (kind) => {
  const { title, text } = messageWords(kind, body);
  expect(`${title}${text}`).toMatch(/老街面馆|3 件/);
  expect(`${title}${text}`).not.toMatch(/undefined|null/);
});
test('without a reason none is said', () => {
  expect(messageWords('registration_returned', { name: '老街面馆' }).text).not.toContain('undefined');
});
test('a kind of a newer server is said in general', () => {
  expect(messageWords('from-tomorrow', body)).toMatchObject({ title: '有一条新消息' });
});
