import type { Need } from '../../../types/contract/results';
import { parted, saidWords, whyWords, wishWords } from './words';

const need = (change: Partial<Need> = {}): Need => ({ format: 'canteen', name: '社区食堂', known: 43, said: { enough: 8, lacking: 4, none: 31 }, lack: 35 / 43, interval: null, points: 60, want: 0.4, gap: 0.3, why: null, ...change });

it.each<[string, Partial<Need>, string]>([
  ['both', {}, '43 人里 31 人说没有，4 人说有，但不够或不好'],
  ['missing alone', { said: { enough: 12, lacking: 0, none: 31 } }, '43 人里 31 人说没有'],
  ['nobody', { said: { enough: 43, lacking: 0, none: 0 } }, '43 人里没有人说缺'],
  ['drawn', { said: { enough: 12, lacking: 0, none: 31 }, interval: { low: 0.5721, high: 0.8338 } }, '43 人里 31 人说没有（95% 区间 57.2%–83.4%）'],
  ['too few know', { known: null, said: null }, ''],
])('says how many of how many: %s', (_, change, words) => expect(saidWords(need(change))).toBe(words));

it('tells what is wrong, the most often said first, where enough said so', () => {
  expect(whyWords(need({ why: [{ code: 'far', text: '太远', n: 3 }, { code: 'dear', text: '太贵', n: 9 }, { code: 'few', text: '太少', n: 0 }] }))).toBe('不够或不好在：太贵 9 人、太远 3 人');
  expect(whyWords(need())).toBeNull();
});

it('names the three most wished for, equal ones alike', () => {
  const all = [60, 40, 40, 20, 10, 0].map((points, i) => need({ format: String(i), points }));
  expect(all.map((one) => wishWords(one, all))).toEqual(['最想要的', '第二想要的', '第二想要的', '第三想要的', null, null]);
});

it('keeps apart of what too few know', () => {
  const { told, few } = parted([need(), need({ name: '书店书吧', known: null })]);
  expect([told.length, few]).toEqual([1, ['书店书吧']]);
});
