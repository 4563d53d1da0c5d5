/**
 * Whether two outlet names look alike enough to show an officer both. A hint, never a judgement.
 *
 * S1 Case, width and spaces don't matter; common endings (店, 铺, 摊, 超市 …) say nothing and are left out.
 * S2 Alike: one is contained in the other, or they share half of their pairs of neighbouring characters (Dice ≥ 0.5).
 * S3 It is symmetric; a name is alike to itself unless nothing is left of it.
 */
import { foldText } from './outlet-name';

const endings = /(有限公司|有限责任公司|经营部|服务部|便利店|超市|店|铺|摊|馆|部)$/;

const core = (name: string): string => {
  const folded = foldText(name).replace(/[^\p{L}\p{N}]/gu, '');
  const cut = folded.replace(endings, '');
  return cut === '' ? folded : cut;
};
const pairs = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

export const similarNames = (a: string, b: string): boolean => {
  const [first, second] = [core(a), core(b)];
  if (first === '' || second === '') return false;
  if (first.length > 1 && second.length > 1 && (first.includes(second) || second.includes(first))) return true;
  const [left, right] = [pairs(first), pairs(second)];
  if (left.size + right.size === 0) return first === second;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size) >= 0.5;
};
