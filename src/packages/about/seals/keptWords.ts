/** How long the answers of a round are kept in full, in words. */
import { shanghaiDay } from '../../../../domain/calendar';

const inWords = (instant: string) => {
  const [year, month, day] = shanghaiDay(Date.parse(instant)).split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
};

/** Null where the round was made before that was laid down, and nothing was emptied. */
export function keptWords(keepUntil: string | null, purgedAt: string | null): string | null {
  if (purgedAt !== null) return `答卷的原文已在 ${inWords(purgedAt)}清空。名单、封存和公布的结果都还在；答了什么，谁也看不到了。`;
  return keepUntil === null ? null : `答卷的原文保存到 ${inWords(keepUntil)}，以后清空；名单、封存和公布的结果一直留着。`;
}
