/** How the aspects of an outlet are called and what neighbours say of them, in the order they are asked. */
import type { AspectName, Said } from '../../../domain/reviews';
import type { AspectsSaid, TextState } from '../../../types/contract/voice';
import type { Tone } from '../Tag';

export const aspectWords: readonly { readonly name: AspectName; readonly title: string; readonly ask: string }[] = [
  { name: 'quality', title: '质量', ask: '东西、手艺好不好' },
  { name: 'price', title: '价格', ask: '价钱公道不公道' },
  { name: 'manner', title: '态度', ask: '待人怎么样' },
  { name: 'clean', title: '卫生', ask: '干净不干净' },
  { name: 'elderFit', title: '适老', ask: '老人去方便不方便：台阶、座位、现金' },
];
export const saidWords: Readonly<Record<Said, string>> = { good: '好', fair: '一般', bad: '不好', unnoticed: '没注意' };

/** 质量好 · 价格一般; what was not noticed is left out. */
export const aspectsLine = (aspects: AspectsSaid): string =>
  aspectWords.filter(({ name }) => aspects[name] !== 'unnoticed').map(({ name, title }) => `${title}${saidWords[aspects[name]]}`).join(' · ');

export const stateWords: Readonly<Record<TextState, { readonly text: string; readonly tone: Tone }>> = {
  held: { text: '等街道看', tone: 'amber' }, passed: { text: '大家看得到', tone: 'brand' }, refused: { text: '没有放出来', tone: 'red' },
};

/** Said before she types, as the law wants it. */
export const whoReads = (platform: boolean): string =>
  (platform ? '提交时，写的话和您的微信标识会送给微信（腾讯）做内容检查；通过了马上放出来，拿不准的由街道的人看。' : '写的话由街道的工作人员看过才放出来，他们看不到您是谁。');
