import type { Input } from '../../types/contract';
import { errorOf, type Reply } from '../../types/errors';

const sent: Input<'outlet.addPhoto'>[] = [];
let fails = -1;
jest.mock('./call', () => ({
  call: async (_action: string, input: Input<'outlet.addPhoto'>): Promise<Reply<unknown>> => {
    sent.push(input);
    return sent.length - 1 === fails ? { ok: false, error: errorOf('offline') } : { ok: true, data: { photo: null } };
  },
}));

const { sendPhoto } = jest.requireActual<typeof import('./sendPhoto')>('./sendPhoto');

const id = '44444444-4444-4444-8444-444444444444';
beforeEach(() => {
  sent.length = 0;
  fails = -1;
});

test('what fits into a call goes whole', async () => {
  await sendPhoto({ id, purpose: 'front', data: 'A'.repeat(84_000) });
  expect(sent).toEqual([{ id, purpose: 'front', data: 'A'.repeat(84_000) }]);
});
test('what does not goes in parts, one after the other, that make the whole', async () => {
  const data = Array.from({ length: 50_001 }, (_, i) => String(i).padStart(4, '0')).join('').slice(0, 200_004);
  await sendPhoto({ id, purpose: 'licence', data });
  expect(sent.map(({ part, purpose }) => [part, purpose])).toEqual([0, 1, 2].map((at) => [{ at, of: 3 }, 'licence']));
  expect(sent.map((one) => one.data).join('')).toBe(data);
  expect(Math.max(...sent.map((one) => JSON.stringify(one).length))).toBeLessThan(100_000);
});
test('the first that does not get through ends it', async () => {
  fails = 1;
  expect(await sendPhoto({ id, purpose: 'front', data: 'A'.repeat(300_000) })).toMatchObject({ ok: false, error: { code: 'offline' } });
  expect(sent).toHaveLength(2);
});
