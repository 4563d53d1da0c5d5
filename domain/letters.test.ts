import { createHash } from 'node:crypto';
import { letterListRoot, lettersOf } from './letters';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

test('T1 answered is told in whole tens, rounded down; what came back was not delivered', () => {
  const communities = [{ issued: 60, returned: 4, answered: 21 }, { issued: 40, returned: 0, answered: 18 }];
  expect(lettersOf(communities, false)).toEqual({ issued: 100, delivered: 96, answered: 30, external: false });
  expect(lettersOf([{ issued: 60, returned: 0, answered: 9 }], true)).toEqual({ issued: 60, delivered: 60, answered: 0, external: true });
});

test('T2 more came back than went out: none was delivered', () => expect(lettersOf([{ issued: 3, returned: 5, answered: 0 }], false).delivered).toBe(0));

test('T3 the root is the same in any order; a letter added, dropped or moved changes it', () => {
  const letter = (i: number, community = '620602001001') => ({ community, codeHash: hash(Buffer.from(String(i))) });
  const list = [letter(1), letter(2), letter(3)];
  const root = (of: typeof list) => Buffer.from(letterListRoot(of, hash)).toString('hex');
  expect(root([list[2]!, list[0]!, list[1]!])).toBe(root(list));
  const others = [[...list, letter(4)], list.slice(1), [letter(1, '620602001002'), letter(2), letter(3)]].map(root);
  expect(new Set([root(list), ...others]).size).toBe(4);
});
