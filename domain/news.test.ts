import fc from 'fast-check';
import { newsOf, together, type Entry } from './news';

const entry = (change: Partial<Entry>): Entry => ({ first: false, listed: null, fields: [], ...change });

test.each<[string, Partial<Entry>, unknown]>([
  ['N1 a first entry on the map', { first: true, listed: true }, { kind: 'opened' }],
  ['N1 a first entry that is not listed', { first: true, listed: false }, null],
  ['N1 listed again', { listed: true, fields: ['listed', 'standing'] }, { kind: 'opened' }],
  ['N1 taken off', { listed: false, fields: ['listed', 'standing'] }, { kind: 'closed' }],
  ['N2 new hours', { fields: ['hours'] }, { kind: 'changed', fields: ['hours'] }],
  ['N2 a confirmation', { fields: ['confirmed_at', 'confirmed_by', 'standing'] }, null],
  ['N2 another owner', { fields: ['owner'] }, null],
])('%s', (_what, change, news) => expect(newsOf(entry(change))).toEqual(news));

test('N3 several are one: the last coming or going, else all changes', () => {
  const closed = entry({ listed: false });
  const opened = entry({ listed: true });
  const phone = entry({ fields: ['phone', 'owner'] });
  const hours = entry({ fields: ['hours', 'phone'] });
  expect(together([closed, opened, phone])).toEqual({ kind: 'opened' });
  expect(together([opened, phone, closed])).toEqual({ kind: 'closed' });
  expect(together([phone, hours])).toEqual({ kind: 'changed', fields: ['hours', 'phone'] });
  expect(together([])).toBeNull();
});

test('N3 one entry together with itself is what it is alone', () => {
  const anyEntry = fc.record({ first: fc.boolean(), listed: fc.option(fc.boolean()), fields: fc.uniqueArray(fc.constantFrom('hours', 'phone', 'owner', 'standing', 'name')) });
  fc.assert(fc.property(anyEntry, (one) => {
    const alone = together([one]);
    expect(together([one, one])).toEqual(alone);
    expect(alone === null).toBe(newsOf(one) === null);
  }));
});
