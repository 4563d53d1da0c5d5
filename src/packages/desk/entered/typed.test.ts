import { changesOf, numberOf, type Field, type Place } from './typed';

const field = (code: string, kind: Field['kind'] = 'count'): Field => ({ code, name: code, unit: '', of: 'community', kind, hint: '', options: null });
const place: Place = { kind: 'community', id: 'c', name: '甲社区', waiting: [], values: [{ field: 'people', value: 5000, words: null, source: '台账', asOf: '2026-10-01', at: '2026-10-02T00:00:00.000Z', role: 'street', mine: true }] };
const fields = [field('people'), field('area', 'amount'), field('operator', 'words')];

test.each([['5,200', 5200], ['５２００', 5200], ['1.25', 1.25], [' 80 ', 80], ['约80', null], ['-3', null], ['', null]])('%s is read as %s', (text, value) => expect(numberOf(text)).toBe(value));

test('only what changed is sent; an emptied field takes its entry back', () => {
  expect(changesOf(place, fields, { people: '5000', area: '1.2', operator: '某公司' }).changes).toEqual([{ field: 'area', value: 1.2, words: null }, { field: 'operator', value: null, words: '某公司' }]);
  expect(changesOf(place, fields, { people: '' }).changes).toEqual([{ field: 'people', value: null, words: null }]);
  expect(changesOf(place, fields, {}).changes).toEqual([]);
});
test('what is no number is named, and nothing is lost', () => expect(changesOf(place, fields, { people: '五千', area: '2' })).toEqual({ changes: [{ field: 'area', value: 2, words: null }], wrong: ['people'] }));
