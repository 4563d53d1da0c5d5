/** Filling in the questionnaire as a person does: reads what is asked, taps an answer, goes on. */
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { button, heading, seen, tab } from './screen';

/** What to tap for a question that contains these words; others get their first answer. */
export type Said = readonly (readonly [question: string, ...answers: string[]])[];

export const grandmother: Said = [['年龄段', '70–79岁'], ['住了多久', '3年以上'], ['谁在填写', '本人'], ['您家里有', '60岁以上老人'], ['总的来说', '比较满意']];

const questions = (page: Page) => page.locator('.lz-survey__question').filter({ visible: true });

/** From the front page to the first question. */
export const beginSurvey = async (page: Page): Promise<void> => {
  await tab(page, '问卷');
  await button(page, /^(开始|接着填)$/).click();
  await seen(questions(page).first());
};

/** Answers every question on this screen; returns what was asked. */
export const answerScreen = async (page: Page, said: Said): Promise<string[]> => {
  const asked: string[] = [];
  // an answer may take away the questions after it
  for (let at = 0; at < (await questions(page).count()); at += 1) {
    const question = questions(page).nth(at);
    const text = await question.getByRole('heading').innerText();
    asked.push(text);
    const choices = question.getByRole('radio').or(question.getByRole('checkbox'));
    if ((await choices.count()) === 0) continue; // the free remark
    const wanted = said.find(([words]) => text.includes(words))?.slice(1) ?? [];
    if (wanted.length === 0) {
      if ((await question.locator('[aria-checked="true"]').count()) === 0) await choices.first().click();
    }
    for (const words of wanted) {
      const choice = choices.filter({ hasText: words }).first();
      if ((await choice.getAttribute('aria-checked')) !== 'true') await choice.click();
      await expect(choice.getAttribute('aria-checked')).resolves.toBe('true');
    }
  }
  return asked;
};

/** Ms that a person needs at least before she taps again on purpose: the pages take a sooner tap in the same place for the last one doubled. */
export const glance = 350;

/** On to the next screen; done when another question, or the last look, is seen. */
export const nextScreen = async (page: Page): Promise<void> => {
  const before = await firstHeading(page);
  await button(page, '下一题').click();
  await page.waitForFunction((old) => {
    const shown = [...document.querySelectorAll('.lz-survey__text, .lz-title, .lz-state')].find((element) => (element as HTMLElement).offsetParent !== null);
    return shown !== undefined && shown.textContent !== old;
  }, before);
  await page.waitForTimeout(glance);
};
const firstHeading = (page: Page) => questions(page).first().getByRole('heading').innerText();

/** Answers all that is asked, up to the last look; returns every question's words. Stops when `until` is asked, unanswered. */
export const answerAll = async (page: Page, said: Said, until?: string): Promise<string[]> => {
  const asked: string[] = [];
  for (let screens = 0; screens < 30; screens += 1) {
    if (await heading(page, '都答好了').isVisible()) return asked;
    if (until !== undefined && (await questions(page).filter({ hasText: until }).count()) > 0) return asked;
    asked.push(...(await answerScreen(page, said)));
    await nextScreen(page);
  }
  throw new Error('the questionnaire did not end');
};
