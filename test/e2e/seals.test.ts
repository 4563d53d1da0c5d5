/** An outsider holds us to a seal: what the page hands over is what the audit and the recipe in the method read, and a change of the list shows. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { button, heading, seen, words } from '../support/screen';
import { temporaryFolder } from '../support/serverProcess';

const demo = withDemo();
const phones = withPhones();
const root = resolve(__dirname, '../..');
const folder = temporaryFolder();
afterAll(() => folder.remove());
const file = (name: string) => join(folder.path, name);

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: number; out: string }>((done) => {
    execFile(process.execPath, [...args], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } }, (error, out, complaint) => done({ code: error ? Number(error.code) : 0, out: out + complaint }));
  });

/** The recipe of docs/survey-method.md, to the letter. */
beforeAll(() => {
  const [, recipe] = /```js\n([\s\S]+?)```/.exec(readFileSync(join(root, 'docs/survey-method.md'), 'utf8'))!;
  writeFileSync(file('check-seal.mjs'), recipe!);
});

const saved = async (page: Page, label: string, name: string) => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, label).click()]);
  await download.saveAs(file(name));
  return download.suggestedFilename();
};

test('a seal copied from the page is found in the list by the recipe, from the server and from the saved file, and by the audit', async () => {
  const { page, context } = await phones.open(`${demo.link('老年居民').split('#')[0]}#/packages/about/seals/index?round=demo-running`);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await seen(heading(page, /本轮满意度调查/));
  await button(page, '复制这一道').click();
  await seen(words(page, '已复制'));
  writeFileSync(file('封存.json'), await page.evaluate(() => navigator.clipboard.readText()));
  expect(await saved(page, '存下整份名单', '名单.txt')).toBe('demo-running-名单.txt');
  expect(await saved(page, '存下这些封存号', '全部封存.json')).toBe('demo-running-封存.json');

  const { size } = JSON.parse(readFileSync(file('封存.json'), 'utf8')) as { size: number };
  expect(size).toBeGreaterThan(100);
  expect(await run([file('check-seal.mjs'), demo.url, file('封存.json')])).toEqual({ code: 0, out: `前 ${size} 项：对得上\n` });
  // the newest of all comes first; how many there are depends on the hours that passed since the demo was made
  const all = await run([file('check-seal.mjs'), file('名单.txt'), file('全部封存.json')]);
  expect(all).toEqual({ code: 0, out: expect.stringMatching(/^(前 \d+ 项：对得上\n){2,}$/) as string });
  expect(all.out.split('\n')[0]).toBe(`前 ${size} 项：对得上`);
  expect(all.out).toMatch(/前 1 项：对得上\n$/);

  const audit = await run(['--import', 'tsx', 'local/cli/audit.ts', '--round', 'demo-running', '--seal', file('封存.json')], demo.env);
  expect(audit).toMatchObject({ code: 0, out: expect.stringContaining('另存的 1 道也一致') as string });
});

const list = () => readFileSync(file('名单.txt'), 'utf8').trim().split('\n');
test.each([
  ['one entry changed', (of: string[]) => of.map((leaf, at) => (at === 7 ? leaf.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) : leaf))],
  ['one entry dropped', (of: string[]) => of.filter((_, at) => at !== 7)],
  ['two entries the other way round', (of: string[]) => [of[1]!, of[0]!, ...of.slice(2)]],
  ['the last entry cut off', (of: string[]) => of.slice(0, -1)],
] as const)('the recipe finds %s, and ends non-zero', async (_, change) => {
  writeFileSync(file('other.txt'), `${change(list()).join('\n')}\n`);
  const { code, out } = await run([file('check-seal.mjs'), file('other.txt'), file('封存.json')]);
  expect([code, out]).toEqual([1, expect.stringMatching(/^前 \d+ 项：对不上！\n$/)]);
});
test('one entry more at the end is no change of what was sealed', async () => {
  writeFileSync(file('other.txt'), [...list(), 'ab'.repeat(32)].join('\n'));
  expect((await run([file('check-seal.mjs'), file('other.txt'), file('封存.json')])).code).toBe(0);
});
