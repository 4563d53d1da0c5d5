import { sceneFrom } from './scene';

describe('sceneFrom', () => {
  it.each([
    ['a mini-program code', { scene: 'k7f3q2' }, 'k7f3q2'],
    ['an encoded scene', { scene: 'k7f3%21q2' }, 'k7f3!q2'],
    ['scene=… inside scene', { scene: 'scene%3Dk7f3q2' }, 'k7f3q2'],
    ['a link with the code in its path', { q: encodeURIComponent('https://example.org/s/k7f3q2') }, 'k7f3q2'],
    ['a link with the code in its query', { q: encodeURIComponent('https://example.org/?a=1&scene=k7f3q2#/x') }, 'k7f3q2'],
    ['a link that is not encoded', { q: 'https://example.org/s/k7f3q2?from=poster' }, 'k7f3q2'],
    ['scene before q', { scene: 'one', q: 'https://example.org/s/two' }, 'one'],
    ['nothing', {}, null],
    ['an empty scene', { scene: '' }, null],
    ['a link without a code', { q: 'https://example.org/' }, null],
    ['a broken escape', { scene: '%E0%A4%A' }, '%E0%A4%A'],
  ])('reads %s', (_, query, scene) => {
    expect(sceneFrom(query)).toBe(scene);
  });
});
