import { asked, countOf, flipped, noFilters } from './filters';

test('nothing asked for leaves nothing in the call', () => {
  expect(asked(noFilters)).toEqual({});
  expect(asked({ ...noFilters, text: '   ' })).toEqual({});
});

test('what is on is asked for, words without the spaces around them', () => {
  const on = { ...noFilters, openNow: true, facts: ['cash' as const], text: ' 裁缝 ' };
  expect(asked(on)).toEqual({ openNow: true, facts: ['cash'], text: '裁缝' });
  expect(countOf(on)).toBe(2);
});

test('a tap puts in, another takes out', () => {
  expect(flipped(['a'], 'b')).toEqual(['a', 'b']);
  expect(flipped(['a', 'b'], 'b')).toEqual(['a']);
});
