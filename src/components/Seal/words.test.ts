import { rootLines, sealFile, sealSize, sealTitle } from './words';

const root = '0123456789abcdef'.repeat(4);

it.each([2, 4] as const)('groups a root by four in %d lines, and nothing of it is lost', (count) => {
  const lines = rootLines(root, count);
  expect(lines).toHaveLength(count);
  expect(lines[0]).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef'.slice(0, count === 2 ? undefined : 19));
  expect(lines.join('').replace(/ /g, '')).toBe(root);
});
it('names the year, for whoever reads the paper later', () => expect(sealTitle({ number: 12, at: '2026-11-22T10:00:00.000Z' })).toBe('第 12 道封存 · 2026年11月22日 18:00'));
it('copies what the audit reads', () => expect(JSON.parse(sealFile('spring', { size: 12, root }))).toEqual({ round: 'spring', size: 12, root }));
it('says what is in the list', () => expect([sealSize(1), sealSize(24)]).toEqual(['名单里只有这一轮的规定', '名单里有 24 项（这一轮的规定、信函名单、答卷和撤回）']));
