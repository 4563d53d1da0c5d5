/** Hands that are quick, and hands that tremble: a tap is neither lost nor counted for what came under the finger after it. */
import type { Locator, Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { answerAll, beginSurvey, glance, grandmother } from '../support/questionnaire';
import { button, elderMode, heading, link, seen, tab, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();

/** Two taps in one place, as fast as a page can take them; `between` is what the first must have brought. */
const tapTwice = (one: Locator, between?: string) =>
  one.evaluate(async (element, text) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const press = () => (document.elementFromPoint(x + width / 2, y + height / 2) as HTMLElement).click();
    const drawn = () => new Promise((then) => { requestAnimationFrame(then); });
    press();
    do await drawn(); while (text !== undefined && !document.body.innerText.includes(text));
    press();
    await drawn();
  }, between);

/** Taps `one`, and says at which heights `what` was seen in the half second after it. */
const heights = (one: Locator, what: string) =>
  one.evaluate(async (element, selector) => {
    const found = new Set<number>();
    const end = performance.now() + 500;
    (element as HTMLElement).click();
    while (performance.now() < end) {
      await new Promise((then) => { requestAnimationFrame(then); });
      const shown = [...document.querySelectorAll(selector)].find((each) => (each as HTMLElement).offsetParent !== null);
      if (shown) found.add(Math.round(shown.getBoundingClientRect().top));
    }
    return [...found];
  }, what);

const registrations = (page: Page) => page.locator('.lz-card--press').filter({ has: page.getByText('登记', { exact: true }), visible: true });
const atTheFirst = async () => {
  const phone = await phones.open(demo.link('街道专干').replace('desk/progress', 'desk/review'));
  await registrations(phone.page).first().click();
  await seen(button(phone.page, '通过'));
  return phone;
};
const decisions = (actions: readonly string[]) => actions.filter((action) => action === 'desk.decide').length;

test.each([['normal', false], ['elder', true]])('the form under 退回 stands where it stays from its first picture on (%s)', async (_mode, elder) => {
  const { page } = await atTheFirst();
  if (elder) await elderMode(page);
  await seen(words(page, /离社区中心直线约 \d/));
  expect(await heights(button(page, '退回'), '#review-return')).toHaveLength(1);
});

test('what is missing in a form, and in the questionnaire, stands where it stays from its first picture on', async () => {
  const { page } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await tab(page, '我的');
  await button(page, '登记我的网点').click();
  expect(await heights(button(page, '提交审核'), '#register-name .lz-field__error')).toHaveLength(1);

  await page.goBack();
  await beginSurvey(page);
  for (let screens = 0; !(await heading(page, /没有答$/).isVisible()) && screens < 30; screens += 1) {
    await button(page, '下一题').click();
    await page.waitForTimeout(glance);
  }
  await seen(heading(page, /没有答$/));
  expect(await heights(page.locator('.lz-rows__row').filter({ visible: true }).nth(2), '.lz-survey__question')).toHaveLength(1);
});

test.each<[string, '街道专干' | '面馆店主', string, string, string, RegExp, string]>([
  ['how far a pin lies, and what a shop offers', '街道专干', 'packages/desk/review/index?id=0e9a3f0c-5a4e-4c53-9d3f-1f6b6a1d2c01', 'outlet', '送来时间', /离社区中心直线约 \d/, '早餐、送餐上门'],
  ['who she is', '面馆店主', 'pages/mine/index', 'survey', '登记我的网点', /工作人员/, '看审核进度'],
])('%s comes late and pushes nothing away', async (_what, who, path, held, below, late, also) => {
  const { page, context } = await phones.open(demo.link(who).replace(/#.*/, '#/packages/about/method/index'));
  await seen(heading(page, /\S/));
  const waiting: (() => void)[] = [];
  let open = false;
  await context.route(`**/api/${held}`, async (route) => {
    if (!open) await new Promise<void>((go) => { waiting.push(go); });
    await route.continue();
  });
  await page.goto(`${demo.url}/?late#/${path}`);
  await seen(words(page, below));
  const before = (await words(page, below).boundingBox())!.y;
  open = true;
  const answered = Promise.all(waiting.map(() => page.waitForResponse((response) => response.url().endsWith(`/api/${held}`))));
  waiting.forEach((go) => go());
  await answered;
  await seen(words(page, late));
  await seen(words(page, also));
  expect((await words(page, below).boundingBox())!.y).toBe(before);
});

test('two taps on 退回 open its form and leave it open', async () => {
  const { page } = await atTheFirst();
  await tapTwice(button(page, '退回'));
  await seen(button(page, '确认退回'));
  await page.waitForTimeout(glance);
  await button(page, '先不退回').click();
  await seen(button(page, '通过'));
});

test('a registration that was left can be opened again at once', async () => {
  const { page } = await atTheFirst();
  await page.evaluate(async () => {
    const drawn = () => new Promise((then) => { requestAnimationFrame(then); });
    const card = () => [...document.querySelectorAll<HTMLElement>('.lz-card--press')].find((each) => each.offsetParent !== null && [...each.querySelectorAll('.lz-tag')].some((tag) => tag.textContent === '登记'));
    history.back();
    while (!card()) await drawn();
    card()!.click();
    while (card()) await drawn();
    // and twice in the same place is once
    history.back();
    while (!card()) await drawn();
    const again = card()!;
    again.click();
    again.click();
  });
  await seen(button(page, '通过'));
  await page.goBack();
  await seen(registrations(page).first());
});

test('two taps on 通过 decide one registration, not the next one unread', async () => {
  const { page, actions } = await atTheFirst();
  await tapTwice(button(page, '通过'), '已通过「');
  await seen(words(page, /已通过「/));
  await page.waitForTimeout(glance);
  expect(decisions(actions)).toBe(1);
  await seen(button(page, '通过'));
});

test('two taps on a choice that closes its sheet press nothing behind it', async () => {
  const { page } = await phones.open(demo.link('青年居民'));
  await link(page, '找附近').click();
  await seen(page.locator('.lz-outlet').filter({ visible: true }).first());
  await button(page, '改步速').click();
  const pace = page.getByRole('dialog', { name: '走多快' }).getByRole('radio', { name: /常速/ });
  const behind = await pace.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementsFromPoint(x + width / 2, y + height / 2).some((one) => one.closest('.lz-outlet'));
  });
  expect(behind).toBe(true);
  await tapTwice(pace);
  await page.waitForTimeout(glance);
  await seen(heading(page, '附近网点'));
  await page.locator('.lz-outlet').filter({ visible: true }).first().click(); // and a moment later it can be pressed
  await seen(button(page, '怎么走'));
});

test('two taps on 下一题 pass over no question, and send nothing that was not looked at', async () => {
  const { page, actions } = await phones.open(demo.link('青年居民'));
  await seen(link(page, '找附近'));
  await elderMode(page);
  await beginSurvey(page);
  await seen(words(page, /第 1 题/));
  await tapTwice(button(page, '下一题'));
  await seen(words(page, /第 2 题/));
  await page.waitForTimeout(glance);
  await tapTwice(button(page, '上一题'));
  await seen(words(page, /第 1 题/));
  await page.waitForTimeout(glance);
  await answerAll(page, grandmother);
  await button(page, '上一题').click();
  await page.waitForTimeout(glance);
  await tapTwice(button(page, '下一题'), '都答好了');
  await seen(heading(page, '都答好了'));
  await page.waitForTimeout(glance);
  expect(actions).not.toContain('survey.submit');
});
