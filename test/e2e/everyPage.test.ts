/** Every page of app.config.ts, in both versions: readable, reachable, spelt in Chinese, and without axe violations. */
import type { Page } from 'playwright-core';
import type { AppConfig } from '@tarojs/taro';
import { withDemo, type CastTitle } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { answerAll, grandmother } from '../support/questionnaire';
import { button, elderMode, gone, heading, seen, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();

interface Stop {
  readonly name: string;
  readonly page: string;
  readonly query?: () => Promise<string>;
  /** Further into the page: what opens on a tap. */
  readonly then?: (page: Page) => Promise<void>;
}

const someOutlet = async () => {
  const found = valueOf(await (await visitor(demo.url)).call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, pace: 'normal' }));
  return `id=${found.items[0]!.id}`;
};
const lastFigure = async (kind: 'round' | 'circle') => {
  const { release } = valueOf(await (await visitor(demo.url)).call('survey.results', { circle: 'dongdajie' }));
  return `circle=dongdajie&release=${release!.id}&with=${kind}`;
};
const someRegistration = async () => {
  const queue = valueOf(await (await visitor(demo.url, demo.token('街道专干'))).call('desk.queue', {}));
  return `id=${queue.items[0]!.registration.id}`;
};

const journeys: Readonly<Partial<Record<CastTitle, readonly Stop[]>>> = {
  老年居民: [
    { name: 'home', page: 'pages/home/index' },
    { name: 'nearby', page: 'pages/nearby/index' },
    { name: 'nearby-filters', page: 'pages/nearby/index', then: (page) => button(page, /^筛选/).click() },
    { name: 'nearby-map', page: 'pages/nearby/index', then: (page) => button(page, '地图').click() },
    { name: 'mine', page: 'pages/mine/index' },
    { name: 'place-pick', page: 'packages/place/pick/index' },
    { name: 'outlet', page: 'packages/outlet/detail/index', query: someOutlet },
    { name: 'result', page: 'packages/result/index/index' },
    { name: 'compare-round', page: 'packages/result/compare/index', query: () => lastFigure('round') },
    { name: 'compare-circle', page: 'packages/result/compare/index', query: () => lastFigure('circle') },
    { name: 'method', page: 'packages/about/method/index' },
    { name: 'privacy', page: 'packages/about/privacy/index' },
    { name: 'seals', page: 'packages/about/seals/index', query: async () => 'round=demo-running' },
    { name: 'accept', page: 'packages/desk/accept/index' },
    { name: 'survey', page: 'pages/survey/index' },
    { name: 'survey-letter-code', page: 'pages/survey/index', then: (page) => button(page, '我收到了信，输入答卷码').click() },
    { name: 'survey-wrong-letter', page: 'pages/survey/index', query: async () => 'letter=3F7K92-MDXQ41-000000' },
    { name: 'survey-question', page: 'pages/survey/index', then: (page) => button(page, '开始').click() },
    {
      name: 'survey-pressure', page: 'pages/survey/index',
      then: async (page) => {
        await button(page, '接着填').click();
        await button(page, '有人要求我怎么填').click();
      },
    },
    {
      name: 'survey-last-look', page: 'pages/survey/index',
      then: async (page) => {
        await button(page, '接着填').click();
        await answerAll(page, grandmother);
      },
    },
  ],
  面馆店主: [
    { name: 'merchant-mine', page: 'packages/merchant/mine/index' },
    { name: 'merchant-register', page: 'packages/merchant/register/index' },
  ],
  街道专干: [
    { name: 'desk-progress-street', page: 'packages/desk/progress/index' },
    { name: 'desk-review', page: 'packages/desk/review/index' },
    { name: 'desk-review-item', page: 'packages/desk/review/index', query: someRegistration },
    { name: 'desk-review-return', page: 'packages/desk/review/index', query: someRegistration, then: (page) => button(page, '退回').click() },
    { name: 'desk-posters', page: 'packages/desk/posters/index' },
    { name: 'desk-assist', page: 'packages/desk/assist/index' },
    { name: 'desk-assist-make', page: 'packages/desk/assist/index', then: (page) => button(page, '做一个协助链接').click() },
    {
      name: 'desk-assist-made', page: 'packages/desk/assist/index',
      then: async (page) => {
        await button(page, '做一个协助链接').click();
        await button(page, '南苑社区').click();
        await button(page, '生成链接').click();
        await seen(words(page, /只显示这一次/));
      },
    },
    { name: 'desk-poster', page: 'packages/desk/poster/index', query: async () => `community=${nanyuan}` },
  ],
  专班人员: [
    { name: 'desk-progress-district', page: 'packages/desk/progress/index' },
    { name: 'desk-invites', page: 'packages/desk/invites/index' },
    { name: 'desk-remarks', page: 'packages/desk/remarks/index' },
    { name: 'desk-remarks-refusing', page: 'packages/desk/remarks/index', then: (page) => button(page, /^不公开$/).click() },
    { name: 'desk-invites-make', page: 'packages/desk/invites/index', then: (page) => button(page, '发新的邀请码').click() },
  ],
  监督人员: [{ name: 'desk-pressure', page: 'packages/desk/pressure/index' }],
};

/** Nothing is being loaded or drawn any more. */
const settled = async (page: Page) => {
  await seen(page.locator('.lz-screen').filter({ visible: true }).first());
  await gone(page.locator('.lz-skeleton').filter({ visible: true }).first());
  await gone(page.getByText('正在画图').filter({ visible: true }).first());
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running')); // sheets slide in
};

test('the journeys below pass every page of app.config.ts', () => {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it calls a global of Taro's while it loads
  const { pages = [], subPackages = [] } = (require('../../src/app.config') as { default: AppConfig }).default;
  const all = [...pages, ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))];
  const passed = new Set(Object.values(journeys).flatMap((stops) => stops.map(({ page }) => page)));
  expect(all.filter((page) => !passed.has(page))).toEqual([]);
});

describe.each([['normal', false], ['elder', true]] as const)('%s', (mode, elder) => {
  test.each(Object.keys(journeys) as CastTitle[])('the pages of %s can be read, pressed and heard', async (who) => {
    const { page, shoot } = await phones.open(demo.link(who));
    await settled(page);
    if (elder) await elderMode(page);
    const breaches: string[] = [];
    for (const [at, stop] of (journeys[who] ?? []).entries()) {
      const query = stop.query ? `?${await stop.query()}` : '';
      await page.goto(`${demo.url}/?visit=${at}#/${stop.page}${query}`);
      await settled(page);
      await stop.then?.(page);
      await settled(page);
      const here = [...(await axe(page)), ...(await layout(page, leastOf(elder)))];
      if (!(await heading(page, /\S/).isVisible())) here.push('no heading');
      if (await page.getByText(/没有打开|没有网络/).filter({ visible: true }).first().isVisible()) here.push('shows its error state');
      breaches.push(...here.map((breach) => `${stop.name}: ${breach}`));
      await shoot(`page-${stop.name}-${mode}`);
    }
    expect(breaches).toEqual([]);
  }, 90_000);
});
