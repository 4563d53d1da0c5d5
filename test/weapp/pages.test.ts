/** Every page of the built mini-program opens, and the ways people take through it work, on the real functions. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { castTokens, cloudCaller } from '../support/cloudCall';
import { freePort, startServer, temporaryFolder, type RunningServer } from '../support/serverProcess';
import { appJson, built, launch, routes, until, type MiniProgram } from './runner';

const folder = temporaryFolder();
let server: RunningServer;
let app: MiniProgram;
let tokens: Record<string, string>;
let scene: string;
let callAs: Awaited<ReturnType<typeof cloudCaller>>;

beforeAll(async () => {
  server = await startServer({ LZ_DATA: folder.path, PORT: String(await freePort()), LZ_DEMO_OUTLETS: '30' });
  tokens = castTokens(server.output());
  scene = /\/s\/(\w+)/.exec(server.output())![1]!;
  callAs = await cloudCaller(server.url);
  app = launch((name, event) => callAs(name, event));
}, 240_000);
afterAll(async () => {
  await server.stop('SIGINT');
  folder.remove();
});
const as = async (title: string | null) => { callAs = await cloudCaller(server.url, title === null ? undefined : tokens[title]); };

const receiptOn = (text: string) => /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.test(text);

test('老年居民 scans the poster: her circle, its last result and the running round', async () => {
  const home = app.open('pages/home/index', { scene });
  await until(() => home.text().includes('东大街生活圈'));
  expect(home.text()).toContain('南苑社区');
  expect(home.text()).toMatch(/9\d\.\d%/);
  expect(home.text()).toContain('演示');
});

test('one request brings the first screen', () => {
  expect(app.calls.filter(([name]) => name === 'callFunction')).toHaveLength(1);
});

test('she goes to 附近, and finds the nearest first', async () => {
  app.current().tap('找附近');
  const nearby = await until(() => app.current().route === 'pages/nearby/index' && app.current());
  await until(() => /约\s*\d+/.test(nearby.text()));
  const walks = [...nearby.text().matchAll(/约\s*(\d+)\s*分钟/g)].map(([, minutes]) => Number(minutes));
  expect(walks.length).toBeGreaterThan(5);
  expect(walks).toEqual([...walks].sort((a, b) => a - b));
});

interface Mark { id: number; iconPath: string; ariaLabel?: string; callout?: { content: string } }
/** What was handed to WeChat's map, wherever in a page's data Taro put it. */
const marksIn = (data: unknown): Mark[] | null => {
  if (typeof data !== 'object' || data === null) return null;
  if (Array.isArray(data) && typeof (data[0] as Mark | undefined)?.iconPath === 'string') return data as Mark[];
  return Object.values(data).reduce<Mark[] | null>((found, part) => found ?? marksIn(part), null);
};

test('the map: what lies together is one mark, only what is in view is handed over, a bubble opens and a mark leads on', async () => {
  const nearby = app.open('pages/nearby/index');
  await until(() => /约\s*\d+/.test(nearby.text()));
  nearby.tap('地图');
  const map = await until(() => nearby.find('wx-map'));
  const marks = () => marksIn((nearby as unknown as { instance: { data: unknown } }).instance.data) ?? [];
  await until(() => marks().length > 1);
  for (const { iconPath } of marks()) expect(existsSync(join(built, iconPath))).toBe(true); // WeChat's map shows files alone
  const bubble = marks().find(({ callout }) => /^\d+ 家$/.test(callout?.content ?? ''))!;
  expect(bubble.ariaLabel).toContain(bubble.callout!.content);
  nearby.fire(map, 'markertap', { markerId: bubble.id });
  const looked = await until(() => app.calls.find(([name]) => name === 'includePoints'));
  expect(`${(looked[1] as { points: unknown[] }).points.length} 家`).toBe(bubble.callout!.content);
  const before = JSON.stringify(marks());
  // one binding brings both ends of a move, each named by its event's type: no simulated event can
  const target = { id: 'lz-cluster-map', dataset: {} };
  (nearby as unknown as { instance: { eh(event: object): void } }).instance.eh({ type: 'end', detail: {}, timeStamp: 0, target, currentTarget: target });
  await until(() => JSON.stringify(marks()) !== before);
  const single = marks().find(({ ariaLabel, callout }) => callout === undefined && ariaLabel !== undefined)!;
  nearby.fire(map, 'markertap', { markerId: single.id });
  const [name = ''] = single.ariaLabel!.split('，');
  await until(() => nearby.text().includes(name));
  nearby.tap(name);
  await until(() => app.current().route === 'packages/outlet/detail/index');
});

test('the phone\'s back closes an open sheet, not its page', async () => {
  const nearby = app.open('pages/nearby/index');
  await until(() => /约\s*\d+/.test(nearby.text()));
  nearby.tap('筛选');
  await until(() => nearby.text().includes('六个一'));
  nearby.fire(nearby.find('wx-page-container')!, 'beforeleave'); // what WeChat does instead of leaving
  await until(() => !nearby.text().includes('六个一'));
  expect(app.current().route).toBe('pages/nearby/index');
});

test('every page of the app opens without an error and says something', async () => {
  const query: Record<string, Record<string, string>> = { 'packages/result/index/index': { circle: 'dongdajie' }, 'packages/desk/poster/index': { community: '620602001001' } };
  for (const route of routes) {
    const page = app.open(route, query[route] ?? {});
    await until(() => page.text().trim().length > 4);
    await later(150);
    expect([route, page.text()]).toEqual([route, expect.not.stringContaining('这一页还在做')]);
  }
  expect(app.errors.filter((error) => !/for-list|wx:key|Warning: /.test(error))).toEqual([]);
});

test('the questionnaire: asked, answered, sent once, with a receipt', async () => {
  const survey = app.open('pages/survey/index');
  await until(() => survey.text().includes('开始'));
  survey.tap(/^开始/);
  await until(() => survey.text().includes('您的年龄段'));
  const sent = () => app.calls.filter(([name, options]) => name === 'callFunction' && (options as { data?: { action?: string } }).data?.action === 'submit').length;
  // all of a screen in one instant, as on a phone that is slow to draw: none may be lost
  const choices = ['70–79岁', '3年以上', '本人', '60岁以上老人', '比较满意', '5分钟以内', '没有'];
  for (let step = 0; step < 40 && !receiptOn(survey.text()); step += 1) {
    const submit = survey.allNamed('提交')[0];
    if (!submit) for (const choice of choices) for (const row of survey.allNamed(choice)) survey.tap(row);
    await later(100);
    const next = submit ?? survey.allNamed('下一题')[0];
    if (next) survey.tap(next);
    await later(350); // sooner, a tap on the next screen counts as this one doubled
  }
  await until(() => receiptOn(survey.text()));
  expect(sent()).toBe(1);
});

test('街道专干 sees progress of her street alone, as counts', async () => {
  await as('街道专干');
  const progress = app.open('packages/desk/progress/index');
  await until(() => progress.text().includes('南苑'));
  expect(progress.text()).not.toContain('荣华社区');
  expect(progress.text()).not.toMatch(/满意率|\d+\.\d%/);
});

test('面馆店主 adds a photo of her shop: taken, made small by the phone, sent, removed', async () => {
  await as('面馆店主');
  const form = app.open('packages/merchant/register/index');
  await until(() => form.text().includes('添店面照片'));
  form.tap('添店面照片');
  await until(() => form.text().includes('已传好'));
  const asked = (name: string) => app.calls.filter(([called]) => called === name).map(([, options]) => options);
  expect(asked('chooseMedia')).toEqual([expect.objectContaining({ count: 1, mediaType: ['image'], sourceType: ['album', 'camera'] })]);
  expect(asked('compressImage')).toEqual([expect.objectContaining({ src: 'wxfile://chosen.jpg', compressedWidth: 1280, compressedHeight: 960 })]);
  form.tap('去掉');
  await until(() => !form.text().includes('已传好'));
});

test('without network a page says so and offers a way on', async () => {
  await as(null);
  app.setOnline(false);
  const results = app.open('packages/result/index/index', { circle: 'xidajie' });
  await until(() => results.text().includes('网络'));
  expect(results.text()).toMatch(/再试|重试/);
  app.setOnline(true);
  await until(() => results.text().includes('西大街生活圈'));
});

test('the package says what it must: location by tap alone, code loaded when needed', () => {
  const app_ = appJson as unknown as { requiredPrivateInfos: string[]; lazyCodeLoading: string };
  expect(app_.requiredPrivateInfos).toEqual(['chooseLocation']);
  expect(app_.lazyCodeLoading).toBe('requiredComponents');
});
