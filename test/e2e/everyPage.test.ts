/** Every page of app.config.ts, in both versions: readable, reachable, spelt in Chinese, and without axe violations. */
import type { Page } from 'playwright-core';
import type { AppConfig } from '@tarojs/taro';
import { withDemo, type CastTitle } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { answerAll, grandmother } from '../support/questionnaire';
import { button, elderMode, gone, heading, seen, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { onPostgres } from '../support/testDatabase';
import { nanyuan, newId, valueOf } from '../support/world';

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

const unreviewedOutlet = async () => {
  const found = valueOf(await (await visitor(demo.url)).call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, pace: 'normal' }));
  return `outlet=${found.items[2]!.id}`;
};
const someText = async () => {
  const { cases } = valueOf(await (await visitor(demo.url, demo.token('街道专干'))).call('desk.cases', { kind: 'text' }));
  return `id=${cases[0]!.id}`;
};
const someList = async () => {
  const content = Buffer.from('网点名称,业态,所属社区,地址,经度,纬度,电话\n街口修鞋摊,维修点,南苑社区,东巷2号,102.641,37.931,\n巷口面馆,早餐店,南苑社区,东巷3号,102.641,37.931,12\n').toString('base64');
  const { list } = valueOf(await (await visitor(demo.url, demo.token('专班人员'))).call('export.stage', { id: newId(), file: '摸排.csv', content, system: null }));
  return `id=${list!.id}`;
};
const someProject = async () => {
  const { needs } = valueOf(await (await visitor(demo.url, demo.token('专班人员'))).call('desk.needs', { circle: 'xidajie' }));
  return `id=${needs.flatMap(({ projects }) => projects)[0]!.id}`;
};
const someCase = (kind: 'claim' | 'dispute' | 'correction') => async () => {
  const found = valueOf(await (await visitor(demo.url, demo.token('街道专干'))).call('desk.cases', { kind }));
  return `kind=${kind}&id=${found.cases[0]!.id}`;
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
    { name: 'voice-review', page: 'packages/voice/review/index', query: unreviewedOutlet },
    { name: 'voice-review-again', page: 'packages/voice/review/index', query: async () => (await someOutlet()).replace('id=', 'outlet=') },
    { name: 'voice-mine', page: 'packages/voice/mine/index' },
    { name: 'voice-follows', page: 'packages/voice/follows/index' },
    { name: 'voice-follow', page: 'packages/voice/follow/index' },
    { name: 'repairs', page: 'packages/outlet/repairs/index' },
    { name: 'repairs-kind', page: 'packages/outlet/repairs/index', query: async () => 'kind=knife-sharpening' },
    { name: 'markets', page: 'packages/outlet/markets/index' },
    { name: 'market', page: 'packages/outlet/market/index', query: async () => 'id=demo-morning' },
    { name: 'result', page: 'packages/result/index/index' },
    { name: 'needs-result', page: 'packages/result/needs/index' },
    { name: 'compare-round', page: 'packages/result/compare/index', query: () => lastFigure('round') },
    { name: 'compare-circle', page: 'packages/result/compare/index', query: () => lastFigure('circle') },
    { name: 'method', page: 'packages/about/method/index' },
    { name: 'progress', page: 'packages/about/progress/index' },
    { name: 'answered', page: 'packages/about/answered/index', query: async () => 'circle=dongdajie' },
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
    { name: 'outlet-report', page: 'packages/outlet/report/index', query: async () => (await someOutlet()).replace('id=', 'outlet='), then: (page) => page.getByRole('radio', { name: '营业时间不对' }).click() },
    { name: 'reports', page: 'packages/mine/reports/index' },
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
    { name: 'voice-answer', page: 'packages/voice/answer/index', query: async () => 'review=11111111-1111-4111-8111-111111111111&as=reply&seen=1&words=%E6%9C%89%E7%82%B9%E5%92%B8' },
    { name: 'merchant-register', page: 'packages/merchant/register/index' },
    { name: 'merchant-claim', page: 'packages/merchant/claim/index', query: async () => (await someOutlet()).replace('id=', 'outlet=') },
    { name: 'messages', page: 'packages/mine/messages/index' },
  ],
  街道专干: [
    { name: 'desk-progress-street', page: 'packages/desk/progress/index' },
    { name: 'desk-review', page: 'packages/desk/review/index' },
    { name: 'desk-review-item', page: 'packages/desk/review/index', query: someRegistration },
    { name: 'desk-review-return', page: 'packages/desk/review/index', query: someRegistration, then: (page) => button(page, '退回').click() },
    { name: 'desk-photos', page: 'packages/desk/photos/index' },
    { name: 'desk-text', page: 'packages/desk/text/index', query: someText },
    { name: 'desk-text-refusing', page: 'packages/desk/text/index', query: someText, then: (page) => button(page, '不放出来').click() },
    { name: 'desk-duplicates', page: 'packages/desk/duplicates/index' },
    { name: 'desk-walk-start', page: 'packages/desk/walk/index' },
    {
      name: 'desk-walk', page: 'packages/desk/walk/index',
      then: async (page) => {
        await button(page, '南苑社区').click();
        await button(page, '取单子').click();
        await page.getByRole('radio', { name: /^都对/ }).filter({ visible: true }).click();
      },
    },
    { name: 'desk-case-correction', page: 'packages/desk/case/index', query: someCase('correction') },
    { name: 'desk-case-refusing', page: 'packages/desk/case/index', query: someCase('correction'), then: (page) => button(page, /^不是这样/).click() },
    { name: 'desk-case-claim', page: 'packages/desk/case/index', query: someCase('claim') },
    { name: 'desk-case-dispute', page: 'packages/desk/case/index', query: someCase('dispute') },
    { name: 'desk-decided', page: 'packages/desk/decided/index' },
    { name: 'desk-edit', page: 'packages/desk/edit/index', query: async () => (await someOutlet()).replace('id=', 'outlet=') },
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
    { name: 'desk-inventory', page: 'packages/desk/inventory/index' },
    { name: 'desk-inventory-mark', page: 'packages/desk/inventory/index', then: (page) => button(page, /^(南苑社区|一次标几种)/).click() },
    { name: 'desk-poster', page: 'packages/desk/poster/index', query: async () => `community=${nanyuan}` },
  ],
  专班人员: [
    { name: 'desk-progress-district', page: 'packages/desk/progress/index' },
    { name: 'desk-circles', page: 'packages/desk/circles/index' },
    { name: 'desk-circle', page: 'packages/desk/circle/index', query: async () => 'id=xidajie' },
    { name: 'desk-circle-moving', page: 'packages/desk/circle/index', query: async () => 'id=xidajie', then: (page) => button(page, '退回「建设中」').click() },
    { name: 'desk-projects', page: 'packages/desk/projects/index', query: async () => 'circle=xidajie' },
    { name: 'desk-project', page: 'packages/desk/project/index', query: someProject },
    { name: 'desk-project-change', page: 'packages/desk/project/index', query: someProject, then: (page) => button(page, '改项目').click() },
    { name: 'desk-project-new', page: 'packages/desk/project/index', query: async () => 'circle=xidajie&format=repair&reasons=gap', then: (page) => button(page, '保存').click() },
    { name: 'desk-entered', page: 'packages/desk/entered/index' },
    { name: 'desk-entered-form', page: 'packages/desk/entered/index', then: (page) => page.getByText('丹阳社区').filter({ visible: true }).first().click() },
    { name: 'desk-figure-entered', page: 'packages/desk/figure/index', query: async () => 'code=population&kind=circle&id=xidajie' },
    { name: 'desk-figure', page: 'packages/desk/figure/index', query: async () => 'code=type&kind=circle&id=xidajie' },
    { name: 'desk-snapshots', page: 'packages/desk/snapshots/index' },
    { name: 'desk-rules', page: 'packages/desk/rules/index' },
    { name: 'desk-rules-form', page: 'packages/desk/rules/index', then: (page) => words(page, '城市便民生活圈建设情况汇总表').first().click() },
    { name: 'desk-plan', page: 'packages/desk/plan/index' },
    {
      name: 'desk-plan-noting', page: 'packages/desk/plan/index',
      then: async (page) => {
        await button(page, '看各家进展、写进展').first().click();
        await button(page, '给区商务局写进展').click();
      },
    },
    { name: 'desk-import', page: 'packages/desk/import/index' },
    { name: 'desk-import-list', page: 'packages/desk/import/index', query: someList },
    { name: 'desk-inventory-district', page: 'packages/desk/inventory/index' },
    { name: 'desk-indicators', page: 'packages/desk/inventory/index', then: (page) => button(page, '指标').click() },
    { name: 'desk-invites', page: 'packages/desk/invites/index' },
    { name: 'desk-remarks', page: 'packages/desk/remarks/index' },
    { name: 'desk-remarks-refusing', page: 'packages/desk/remarks/index', then: (page) => button(page, /^不公开$/).click() },
    { name: 'desk-invites-make', page: 'packages/desk/invites/index', then: (page) => button(page, '发新的邀请码').click() },
  ],
  社区工作人员: [
    { name: 'desk-progress-community', page: 'packages/desk/progress/index' },
    { name: 'desk-entered-community', page: 'packages/desk/entered/index' },
    { name: 'desk-posters-community', page: 'packages/desk/posters/index' },
  ],
  部门人员: [
    { name: 'desk-circles-department', page: 'packages/desk/circles/index' },
    { name: 'desk-plan-department', page: 'packages/desk/plan/index' },
  ],
  系统管理员: [
    { name: 'desk-audit', page: 'packages/desk/audit/index' },
    { name: 'desk-invites-administrator', page: 'packages/desk/invites/index', then: (page) => button(page, '发新的邀请码').click() },
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

// how a page looks has nothing to do with the database behind it: seen once, on the embedded one, and shown as skipped on the other
(onPostgres ? describe.skip : describe).each([['normal', false], ['elder', true]] as const)('%s', (mode, elder) => {
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
  }, 240_000);
});
