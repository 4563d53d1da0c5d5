import type { Reply } from '../../types/errors';

let network = true;
let answer: () => Promise<unknown>;
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getStorageSync: () => '' } }));
jest.mock('./network', () => ({ isOnline: () => Promise.resolve(network) }));
jest.mock('./transport', () => ({ send: () => answer() }));

const { call } = jest.requireActual<typeof import('./call')>('./call');

const ask = async (): Promise<string> => {
  const reply: Reply<unknown> = await call('survey.places', {});
  return reply.ok ? 'answered' : `${reply.error.code}: ${reply.error.say}`;
};

describe('what a call says when nothing came back', () => {
  beforeEach(() => {
    network = true;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('a phone without a network is told so', async () => {
    network = false;
    answer = () => Promise.reject(new Error('no route'));
    expect(await ask()).toContain('offline: 手机现在没有网络');
  });
  it('a server that can not be reached is not called slow', async () => {
    answer = () => Promise.reject(new Error('connection refused'));
    expect(await ask()).toContain('连不上服务器');
  });
  it('a server that does not answer in time is', async () => {
    answer = () => new Promise(() => undefined);
    const said = ask();
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await said).toContain('网络有点慢');
  });
  it('an answer of another shape is a failure of ours', async () => {
    answer = () => Promise.resolve({ hello: 'world' });
    expect(await ask()).toContain('internal: ');
  });
});
