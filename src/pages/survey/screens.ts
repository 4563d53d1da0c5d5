/** Which questions stand together on one screen. */
import type { Question } from '../../../types/rules';

/** As many answers as fit without much pushing. */
const comfortable = 14;
const weight = ({ options }: Question) => options?.length ?? 2;

/**
 * 长辈版: each question alone. Otherwise questions of one part stand together while their answers stay a comfortable
 * number; the headline question, the only one that counts for the rate, is alone in both.
 */
export function screensOf(questions: readonly Question[], headline: string | null, oneEach: boolean): Question[][] {
  const screens: Question[][] = [];
  for (const question of questions) {
    const last = screens.at(-1);
    const together =
      !oneEach && last !== undefined && last[0]?.part === question.part && question.id !== headline && last[0].id !== headline &&
      [...last, question].reduce((sum, one) => sum + weight(one), 0) <= comfortable;
    if (together) last.push(question);
    else screens.push([question]);
  }
  return screens;
}

/** The screen that holds the question; the first where it is not asked any more. */
export const screenWith = (screens: readonly (readonly Question[])[], id: string): number =>
  Math.max(0, screens.findIndex((screen) => screen.some((question) => question.id === id)));
