/** What a call-back of letters says, in words: counts and never a share alone. Pure. */
import type { Callback, CalledBack } from '../../../../types/contract/results';

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** Before there are counts; said so that a call-back can't be dropped unnoticed. */
export const stateWords = ({ state, called, seed, seedAt, at }: Callback, day: (instant: string) => string): string =>
  (state === 'plan'
    ? `收完答卷以后，要从收过信的人家里再抽 ${called} 户去问。抽哪几户，由「${seed}」定，${day(seedAt)}公布，现在谁也不知道。`
    : state === 'draw' ? `已经从收过信的人家里抽出 ${called} 户（${day(at)}封存），结果还没有登记。`
      : '这个圈没有抽到回访的人家。');

export const reachedOf = ({ own, led, unanswered, noLetter }: NonNullable<CalledBack['figures']>): number => own + led + unanswered + noLetter;

export const calledWords = ({ figures, without }: CalledBack): string => {
  const left = without.length === 0 ? '' : `没有算进来：${without.join('、')}，那里联系上的不到 10 户。`;
  return figures === null ? '联系上的还不到 10 户，不公布，免得猜出是谁家。' : `从收过信的人家里又抽了 ${figures.called} 户去问，联系上 ${reachedOf(figures)} 户。${left}`;
};

export const outcomeWords = ({ figures }: CalledBack): string => {
  if (figures === null) return '';
  const { own, led, unanswered, noLetter } = figures;
  return `${own} 户说是自己家拿的主意，${led} 户说是别人替填或有人要求怎么填，${unanswered} 户说没有答，${noLetter} 户说没收到信。`;
};

/** Null where there is none to speak of. */
export const troubleWords = ({ figures, troubled }: CalledBack, { troubleAbove }: Pick<Callback, 'troubleAbove'>): string | null =>
  (figures === null || !troubled ? null
    : `答过的 ${figures.own + figures.led} 户里，有 ${figures.led} 户说是别人替填或有人要求怎么填，多于 ${percent(troubleAbove)}。这个圈的满意率请小心看：数字没有改，但有一部分可能不是住户自己的意思。`);

export const purposeWords = ({ seed, seedAt, troubleAbove }: Callback, day: (instant: string) => string): string[] => [
  `收完答卷以后才定抽几户、用哪个公开的值抽（${seed}，${day(seedAt)}公布），先封存，再公布。名单交给街道以外的人，上门或打电话问。`,
  '没找到人的也算在抽的户数里，不能换一户。登记的只有户数，没有哪一户、答了什么。',
  `答卷不记名，分不出哪一份是谁的，所以回访只用来提醒，不改满意率，也不剔除答卷。提醒的线（${percent(troubleAbove)}）是项目拟定的，待核。`,
];

export const correctedWords = ({ corrected, at }: Callback, day: (instant: string) => string): string | null => (corrected === 0 ? null : `登记的数更正过 ${corrected} 次，最近一次 ${day(at)}；每一次的数和原因都封存着。`);
