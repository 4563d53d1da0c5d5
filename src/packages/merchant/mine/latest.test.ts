import type { Registration } from '../../../../types/contract/merchant';
import { latest } from './latest';

const one = (id: string, outlet: string | null, submittedAt: string) => ({ id, outlet, submittedAt }) as Registration;

test('an outlet that was changed shows its newest registration, and those not listed yet all stay', () => {
  const list = [one('a', 'shop', '2026-01-01T00:00:00.000Z'), one('b', null, '2026-01-02T00:00:00.000Z'), one('c', 'shop', '2026-01-03T00:00:00.000Z'), one('d', null, '2026-01-04T00:00:00.000Z')];
  expect(latest(list).map(({ id }) => id)).toEqual(['d', 'c', 'b']);
});
