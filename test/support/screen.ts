/** What a person sees and presses, by role and words. Earlier pages stay in the document, hidden: only what is seen counts. */
import type { Locator, Page } from 'playwright-core';

type Words = string | RegExp;

export const button = (page: Page, name: Words): Locator => page.getByRole('button', { name }).filter({ visible: true }).first();
export const link = (page: Page, name: Words): Locator => page.getByRole('link', { name }).filter({ visible: true }).first();
export const heading = (page: Page, name: Words): Locator => page.getByRole('heading', { name }).filter({ visible: true }).first();
export const words = (page: Page, text: Words): Locator => page.getByText(text).filter({ visible: true }).first();
export const field = (page: Page, name: Words): Locator => page.getByRole('textbox', { name }).filter({ visible: true }).first();
export const searchBox = (page: Page, name: Words): Locator => page.getByRole('searchbox', { name }).filter({ visible: true }).first();

/** Waits until it is seen; if it never is, the error says what stood there instead. */
export const seen = (one: Locator): Promise<void> => one.waitFor({ state: 'visible' }).catch(async (error: Error) => {
  const page = one.page();
  throw new Error(`${error.message}\n${page.url()} showed:\n${await page.locator('body').innerText().catch(() => 'nothing')}`);
});
export const gone = (one: Locator): Promise<void> => one.waitFor({ state: 'hidden' });

/** One of the four main pages, by the bar at the bottom. */
export const tab = (page: Page, name: '生活圈' | '附近' | '问卷' | '我的'): Promise<void> =>
  page.getByRole('navigation', { name: '主要页面' }).filter({ visible: true }).getByRole('link', { name }).click();

/** Another page by its address, as a link would: not before the spare entry of a dialog that just closed is gone from the history (src/services/deviceBack.h5.ts). */
export const openAddress = async (page: Page, hash: string): Promise<void> => {
  await page.waitForFunction(() => (history.state as { lzSpare?: true } | null)?.lzSpare !== true);
  await page.evaluate((address) => { location.hash = address; }, hash);
};

/** Everything that can be read on the visible page. */
export const textOf = async (page: Page): Promise<string> => page.locator('.lz').filter({ visible: true }).last().innerText();

export const elderMode = async (page: Page): Promise<void> => {
  await button(page, '长辈版').click();
  await seen(button(page, '标准版'));
};
