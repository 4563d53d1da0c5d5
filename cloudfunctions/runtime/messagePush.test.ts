import { weChatPush, type Pushed } from './messagePush';

const template = { id: 'template-0001', what: 'thing1', when: 'time2' };
const message = { kind: 'follow_format', at: new Date('2026-11-18T04:00:00Z') };

test('it is told whom, that there is something, and when; nothing of what', async () => {
  const sent: unknown[] = [];
  expect(await weChatPush(template, async (request) => { sent.push(request); return { errCode: 0 }; })('wx:app:o-elder', message)).toBe('sent');
  expect(sent).toEqual([{ touser: 'o-elder', templateId: 'template-0001', page: 'packages/mine/messages/index', data: { thing1: { value: '您关注的网点有新消息' }, time2: { value: '11月18日 12:00' } } }]);
});

test.each<[string, () => Promise<{ errCode?: number }>, Pushed]>([
  ['its reader refuses', () => Promise.reject(Object.assign(new Error('x'), { errCode: 43101 })), 'refused'],
  ['there is no such reader', async () => ({ errCode: 40003 }), 'refused'],
  ['WeChat is busy', async () => ({ errCode: -1 }), 'failed'],
  ['the network is down', () => Promise.reject(new Error('ENOTFOUND')), 'failed'],
])('%s', async (_what, send, outcome) => expect(await weChatPush(template, send)('wx:app:o-elder', message)).toBe(outcome));

test('who is no user of WeChat is not sent for', async () => {
  expect(await weChatPush(template, () => { throw new Error('asked'); })('h5:x', message)).toBe('refused');
});

test('a call that never ends is a failure', async () => {
  jest.useFakeTimers();
  const pushed = weChatPush(template, () => new Promise(() => undefined))('wx:app:o-elder', message);
  await jest.advanceTimersByTimeAsync(5000);
  expect(await pushed).toBe('failed');
  jest.useRealTimers();
});
