/** Filling in the form of an outlet as a shopkeeper does. */
import type { Page } from 'playwright-core';
import { button, field, link, seen, tab, words } from './screen';

export interface TypedOutlet {
  readonly name: string;
  readonly format: string;
  readonly address: string;
  readonly licence: { readonly code: string } | { readonly reason: string };
}

/** The poster first, so that the phone knows the community; then the form. */
export const toOutletForm = async (page: Page, { url, scene }: { readonly url: string; readonly scene: string }): Promise<void> => {
  await page.goto(`${url}/?scene=${scene}#/pages/home/index`);
  await seen(link(page, '找附近'));
  await tab(page, '我的');
  await button(page, '登记我的网点').click();
  await seen(field(page, '店名'));
};

const choose = (page: Page, name: string) => page.getByRole('radio', { name }).filter({ visible: true }).first().click();

/** Everything but 提交. The community is the one that the phone knows. */
export const fillOutletForm = async (page: Page, { name, format, address, licence }: TypedOutlet): Promise<void> => {
  await field(page, '店名').fill(name);
  await button(page, /^业态/).click();
  await page.getByRole('dialog', { name: '选业态' }).getByRole('radio', { name: format }).click();
  await button(page, /先放在社区中心/).click();
  await seen(words(page, /图钉已放好/));
  await field(page, '地址').fill(address);
  await choose(page, '每天一样');
  if ('code' in licence) {
    await choose(page, '有营业执照');
    await field(page, '统一社会信用代码').fill(licence.code);
  } else {
    await choose(page, '没有，做小修小补');
    await field(page, '为什么没有执照').fill(licence.reason);
  }
};
