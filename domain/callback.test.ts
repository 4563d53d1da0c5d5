import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { CallbackCount } from '../types/callback';
import { calledOf, calledText, drawCalled, figuresOf, howMany, isTroubled, reachedOf } from './callback';
import { draw, type Household } from './draw';

const hash = (text: string) => createHash('sha256').update(text).digest();
const lettered: Household[] = ['a', 'b'].flatMap((community) => Array.from({ length: 60 }, (_, i) => ({ community, number: String(i + 1), address: `${i + 1}` })));
const count = (code: string, change: Partial<CallbackCount> = {}): CallbackCount => ({ code, own: 10, led: 0, unanswered: 2, noLetter: 0, unreached: 3, ...change });

test('K1 drawn by the letters’ rule under another name: anybody finds the same, and not the first letters again', () => {
  const wanted = new Map([['a', 8], ['b', 5]]);
  const called = drawCalled(lettered, wanted, { round: 'r', seed: '03 08', hash });
  expect(called.map(({ community }) => community).join('')).toBe('aaaaaaaabbbbb');
  expect(drawCalled([...lettered].reverse(), wanted, { round: 'r', seed: '０３，08', hash })).toEqual(called);
  expect(draw(lettered, wanted, { round: 'r', seed: '03 08', hash })).not.toEqual(called);
  expect(calledText('r', called)).toContain('callback:r');
});

test.each([[110, 11], [60, 6], [30, 5], [3, 3], [101, 11], [70, 7]])('K2 of %i letters %i are called', (letters, n) => expect(howMany(letters, 0.1, 5)).toBe(n));

test('K3 whoever was not reached is in the sum', () => {
  expect(reachedOf(count('a'))).toBe(12);
  expect(calledOf(count('a'))).toBe(15);
});

test('K5 trouble is a share of those who answered, above the line and not on it', () => {
  expect(isTroubled({ own: 19, led: 1 }, 0.05)).toBe(false);
  expect(isTroubled({ own: 18, led: 1 }, 0.05)).toBe(true);
  expect(isTroubled({ own: 0, led: 0 }, 0.05)).toBe(false);
});

const circles = [{ id: 'x', communities: ['a', 'b', 'c'] }, { id: 'y', communities: ['c', 'd'] }, { id: 'z', communities: ['q'] }];
const shown = (...counts: CallbackCount[]) => figuresOf(counts, { circles, smallest: 10 });

test('K4 a community of few is in the circle’s sum alone, and so is the one that would give it away', () => {
  const of = shown(count('a'), count('b', { own: 3 }), count('c'), count('d'));
  expect(of.find(({ id }) => id === 'x')).toEqual({ kind: 'circle', id: 'x', figures: { called: 38, own: 23, led: 0, unanswered: 6, noLetter: 0 }, without: [] });
  expect(of.filter(({ kind }) => kind === 'community').map(({ id }) => id)).toEqual(['c', 'd']);
  expect(of.some(({ id }) => id === 'z')).toBe(false);
});

test('K4 an overlap of few is in no figure, and is named', () => {
  const of = shown(count('a'), count('b'), count('c', { own: 3 }), count('d'));
  for (const id of ['x', 'y', 'district']) expect(of.find((one) => one.id === id)!.without).toEqual(['c']);
  expect(shown(count('c', { own: 0, unanswered: 1 }), count('d', { own: 1 })).map(({ figures }) => figures)).toEqual([null, null, null]);
});

test('K4 whatever can be had by taking shown figures from each other holds nobody or ten', () => {
  const codes = ['a', 'b', 'c', 'd'];
  const counts = fc.tuple(...codes.map((code) => fc.record({ own: fc.nat(12), led: fc.nat(4), unanswered: fc.nat(4), noLetter: fc.nat(2), unreached: fc.nat(5) }).map((of): CallbackCount => ({ code, ...of }))));
  fc.assert(fc.property(counts, (of) => {
    // each shown figure as the communities it is made of
    const sets = figuresOf(of, { circles, smallest: 10 }).filter(({ figures }) => figures !== null).map(({ kind, id, without }) => {
      const all = kind === 'district' ? codes : kind === 'community' ? [id] : circles.find((circle) => circle.id === id)!.communities.filter((code) => codes.includes(code));
      return new Set(all.filter((code) => !without.includes(code)));
    });
    for (const one of sets) {
      for (const other of sets) {
        const left = of.filter(({ code }) => one.has(code) && !other.has(code)).reduce((sum, count) => sum + reachedOf(count), 0);
        if ([...other].every((code) => one.has(code)) && left > 0 && left < 10) return false;
      }
    }
    return true;
  }));
});
