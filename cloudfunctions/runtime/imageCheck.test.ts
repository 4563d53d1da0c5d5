/** What is sent to WeChat for a photo, and which of its words let one be seen. */
import { readCheckEvent, weChatImageCheck } from './imageCheck';

afterEach(() => jest.useRealTimers());
const link = 'https://files.example/photo.jpg';

test('link and openid go out in the shape of version 2, and nothing else', async () => {
  const sent: unknown[] = [];
  expect(await weChatImageCheck(async (request) => { sent.push(request); return { traceId: 'trace-0001' }; })('wx:wx0001:o-somebody', link)).toBe('trace-0001');
  expect(sent).toEqual([{ version: 2, openid: 'o-somebody', scene: 1, mediaUrl: link, mediaType: 2 }]);
});
test('nothing is sent of a visitor without an openid, nor a link that Tencent could not open', async () => {
  const check = weChatImageCheck(() => Promise.reject(new Error('was asked')));
  expect([await check('h5:somebody', link), await check('wx:a:o', '/files/x.jpg')]).toEqual([null, null]);
});
test('refused, without a name, or no answer within three seconds: a person looks', async () => {
  expect(await weChatImageCheck(() => Promise.reject(new Error('61010')))('wx:a:o', link)).toBeNull();
  expect(await weChatImageCheck(async () => ({}))('wx:a:o', link)).toBeNull();
  jest.useFakeTimers();
  const waited = weChatImageCheck(() => new Promise(() => undefined))('wx:a:o', link);
  await jest.advanceTimersByTimeAsync(3000);
  expect(await waited).toBeNull();
});

const event = { ToUserName: 'gh_x', FromUserName: 'o-x', CreateTime: 1, MsgType: 'event', Event: 'wxa_media_check', appid: 'wx1', trace_id: 'trace-0001', version: 2, detail: [], errcode: 0, errmsg: 'ok' };
test.each([['pass', true], ['review', false], ['risky', false], ['something new', false]])('a verdict of %s lets it be seen: %s', (suggest, passed) => {
  expect(readCheckEvent({ ...event, result: { suggest, label: 100 } })).toEqual({ trace: 'trace-0001', passed });
});
test.each([[null], ['text'], [{ action: 'mine', v: 1, data: {} }], [{ ...event, Event: 'other', result: { suggest: 'pass' } }], [event], [{ ...event, trace_id: '', result: { suggest: 'pass' } }]])('%j is no verdict', (given) => {
  expect(readCheckEvent(given)).toBeNull();
});
