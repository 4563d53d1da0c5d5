/** What is said of residents' texts: how many wait and why they do not show yet, and why one is not made public. */
import type { RemarkReason, RemarkState, Remarks } from '../../../../types/contract/desk';

type Shown = NonNullable<Remarks['shown']>;

export const lists: readonly { readonly state: RemarkState; readonly name: string }[] = [
  { state: 'held', name: '待检查' },
  { state: 'passed', name: '可以公开' },
  { state: 'refused', name: '不公开' },
];

export const reasons: readonly { readonly code: RemarkReason; readonly text: string }[] = [
  { code: 'personal', text: '写了姓名、电话、住址' },
  { code: 'insult', text: '骂人、攻击人' },
  { code: 'advert', text: '是广告' },
  { code: 'unlawful', text: '违法的内容' },
  { code: 'unrelated', text: '和这次调查无关' },
];
export const reasonText = (reason: RemarkReason): string => reasons.find(({ code }) => code === reason)?.text ?? '';

/** Never a number below ten: one who knows who was visited today would know whose it is. */
export const waitingText = ({ waiting }: Pick<Shown, 'waiting'>): string =>
  waiting === null ? '还在等的不到十条（也可能没有）。' : `还有至少 ${waiting} 条在等：攒够二十条放出十条，别的等这一轮结束。`;

export const whyNotYet = '不到十条就可能认出是谁写的，所以一条也不显示。一批至少十条，打乱次序；总有十条留到最后，好让最后写的人也有伴。整轮不到十条的，一直不显示。';
export const howShown = '一批至少十条，打乱次序，不带社区、年龄和时间；总有十条留到最后，好让最后写的人也有伴。请不要去打听是谁写的。';

/** What to say where this list has nothing, and where to look instead. */
export const emptyText = (list: RemarkState, { held, passed, refused, ...shown }: Pick<Shown, 'held' | 'passed' | 'refused' | 'waiting'>): { readonly title: string; readonly text: string } => {
  if (held + passed + refused === 0) return { title: '现在没有可看的留言', text: `${waitingText(shown)}${whyNotYet}` };
  if (list === 'held') return { title: '都检查完了', text: `${waitingText(shown)}有新的一批会出现在这里。` };
  if (list === 'passed') return { title: '还没有可以公开的', text: held > 0 ? `有 ${held} 条待检查，请先看一遍。` : '这一轮的都不公开。' };
  return { title: '没有不公开的', text: '不公开的，这里只写理由，不再显示写了什么。' };
};
