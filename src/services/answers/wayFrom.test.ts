import { letterCodeFrom } from '../../../domain/letter-code';
import { wayFrom } from './wayFrom';

const code = letterCodeFrom(Uint8Array.from({ length: 17 }, (_, i) => i * 3));
const plain = code.replace(/-/g, '').toLowerCase();

test.each([
  ['the page’s own query', { letter: code }],
  ['typed small and without dashes', { letter: plain }],
  ['a link as WeChat hands it over', { q: encodeURIComponent(`https://example.test/l/${code}`) }],
  ['a link that was not encoded', { q: `https://example.test/l/${code}?from=scan` }],
  ['a link behind the #', { q: `https://example.test/#/pages/survey/index?letter=${code}` }],
])('a letter: %s', (_what, query) => expect(wayFrom(query)).toEqual({ letter: code }));

test('a code with a slip in it is known to be none', () => {
  const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
  expect(wayFrom({ letter: wrong })).toEqual({ letter: null });
});

test.each([
  [{ assist: 'ABCDE-FGHJK' }, 'abcdefghjk'],
  [{ q: encodeURIComponent('https://example.test/a/abcdefghjk') }, 'abcdefghjk'],
])('a helper’s token: %j', (query, assist) => expect(wayFrom(query)).toEqual({ assist }));

test.each([{}, { scene: 'nanyuan001' }, { q: 'https://example.test/s/nanyuan001' }, { q: '%E0%A4%A' }])('neither: %j', (query) => expect(wayFrom(query)).toBeNull());
