/** What is sent to WeChat, and what its replies mean. */
import { weChatCheck } from './contentCheck';

afterEach(() => jest.useRealTimers());

test('text and openid go out in the shape of version 2, and nothing else', async () => {
  const sent: unknown[] = [];
  expect(await weChatCheck(async (request) => { sent.push(request); return { result: { suggest: 'pass' } }; })('wx:wx0001:o-somebody', '想要一个修鞋摊')).toBe('pass');
  expect(sent).toEqual([{ version: 2, openid: 'o-somebody', scene: 2, content: '想要一个修鞋摊' }]);
});

test.each([
  [{ result: { suggest: 'risky', label: 20002 } }, 'risky'],
  [{ result: { suggest: 'review', label: 10001 } }, 'review'],
  [{ result: { suggest: 'something new' } }, 'review'],
  [{ errCode: 0 }, 'review'],
])('%j is %s', async (reply, verdict) => {
  expect(await weChatCheck(async () => reply as never)('wx:a:o', 'text')).toBe(verdict);
});

test('of a visitor without an openid nothing is sent', async () => {
  const sent: unknown[] = [];
  expect(await weChatCheck(async (request) => { sent.push(request); return {}; })('h5:somebody', 'text')).toBe('review');
  expect(sent).toEqual([]);
});

test('refused, or no answer within three seconds: a person looks', async () => {
  expect(await weChatCheck(() => Promise.reject(new Error('61010')))('wx:a:o', 'text')).toBe('review');
  jest.useFakeTimers();
  const waited = weChatCheck(() => new Promise(() => undefined))('wx:a:o', 'text');
  await jest.advanceTimersByTimeAsync(3000);
  expect(await waited).toBe('review');
});
