/** What a comparison says, in words: pure, so that each sentence can be checked against its case. */
import type { Compared, ReleaseSummary } from '../../../../types/contract/results';
import type { Tone } from '../../../components/Tag';

type Comparison = NonNullable<Compared['comparison']>;
export type Why = NonNullable<Compared['why']>;
/** With the round before, or with another circle. */
export type Kind = 'round' | 'circle';

const points = (share: number) => Math.abs(share * 100).toFixed(1);
const side = (share: number) => (share > 0 ? '多' : '少');

/** 多了 1.4 and its unit, which stands smaller beside it. */
export function headline({ difference }: Comparison, kind: Kind): { readonly figure: string; readonly unit: string } {
  if (difference === 0) return { figure: '一样', unit: '' };
  return { figure: `${side(difference)}${kind === 'round' ? '了' : ''} ${points(difference)}`, unit: '个百分点' };
}

/** 少 2.1 到多 4.9 个百分点 */
export function intervalWords({ interval: { low, high } }: Comparison): string {
  const end = (share: number) => (share === 0 ? '0.0' : `${side(share)} ${points(share)}`);
  const [near, far] = low < 0 && high <= 0 ? [high, low] : [low, high];
  const sameSide = near !== 0 && Math.sign(near) === Math.sign(far);
  return `${end(near)} 到${sameSide ? ` ${points(far)}` : end(far)} 个百分点`;
}

export const toldTag: Readonly<Record<Comparison['told'], { readonly word: string; readonly tone: Tone }>> = {
  higher: { word: '分得出高下', tone: 'brand' },
  lower: { word: '分得出高下', tone: 'brand' },
  undecided: { word: '分不出高下', tone: 'amber' },
  under_gate: { word: '未达发布门槛', tone: 'plain' },
};

export function meaning({ told }: Comparison): string {
  if (told === 'under_gate') return '有一边的份数没有达到发布门槛，两个数只能放在一起看看，不说哪个高。';
  if (told === 'undecided') return '「一样」就在区间里：换一批人来答，可能会反过来，所以分不出哪个高。';
  return '整个区间都在「一样」的一边：不大可能只是碰巧抽到了哪些人。';
}

const noteWords: Readonly<Record<Comparison['notes'][number], string>> = {
  rounds_taken_as_independent: '两轮里有多少是同一批人、他们前后的回答有多像，没有办法知道；这里当作互不相干来算。',
  other_method: '两轮用的算法版本不一样，这个差里可能有一部分是算法带来的。',
  other_basis: '两轮加权的依据不一样（比如一轮有人口表，一轮没有），这个差里可能有一部分是加权带来的。',
};
/** Said wherever one could go on to compare more. */
const several = '就算本来一样，比一次也有大约 5% 的可能碰巧「分得出」（两边各 2.5%）。八个圈来回比，总会碰上几次；这里没有校正。';
const how = '只用已经公布的比例和区间来算（Newcombe 法），四舍五入的出入也算进了区间，您可以自己再算一遍。';
export const notesOf = ({ notes }: Comparison): string[] => [...notes.map((note) => noteWords[note]), several, how];

export const cantCompareOpen = '自愿参与的结果不能和别的轮、别的圈比高下：来答的人是自己来的，差几个百分点，可能只是来的人不一样。';

/** Why there is no comparison, and what can be done instead. */
export function whyWords(why: Why, { first, second }: Pick<Compared, 'first' | 'second'>): string {
  switch (why) {
    case 'not_final':
      return '阶段结果还会变，不拿来比。等这一轮的最终结果公布了再来看。';
    case 'none_before':
      return '在这以前，这个圈没有公布过抽样的最终结果，还没有可以比的。';
    case 'not_drawn':
      return cantCompareOpen;
    case 'overlap':
      return `${nameOf(first)}和${second ? nameOf(second) : '这个圈'}有共同的社区，那里的答卷两边都算了，比不出高下。可以换一个圈。`;
    case 'other_communities':
      return '两轮算进来的社区不一样，差多少，说不清是大家的看法变了，还是地方变了，所以不比。';
    case 'other_question':
      return '两轮问的话不一样，不能放在一起比。';
    case 'no_interval': {
      const lacking = second && second.cell.interval === null ? second : first;
      return lacking.cell.verdict === 'too_few'
        ? `${nameOf(lacking)}能公布的答卷还不到 10 份，没有数字可以比。`
        : `${nameOf(lacking)}公布的数字里没有区间，没有办法比。`;
    }
  }
}
const nameOf = ({ cell }: ReleaseSummary) => cell.place.name;

/** How far the line of differences reaches each side, in shares: room for the interval, and a round number. */
export const reachOf = ({ interval: { low, high } }: Comparison): number => [0.05, 0.1, 0.2, 0.5].find((reach) => Math.max(-low, high) <= reach) ?? 1;
