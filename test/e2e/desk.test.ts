/** 街道专干 counts and prints, 专班人员 lets a colleague in. Counts alone: a rate comes with its release. */
import { join, resolve } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { encode } from 'uqr';
import { ruleHash } from '../../database/seed';
import { errorOf } from '../../types/errors';
import { questionnaireA } from '../../rules';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { button, heading, link, seen, textOf, words, elderMode } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { letterOf, nanyuan, newId, ronghua, valueOf, wholeAnswers } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const artifacts = resolve(__dirname, '../../artifacts');
const posterLink = (who: '街道专干' | '专班人员', community: string) => demo.link(who).replace('desk/progress/index', `desk/poster/index?community=${community}`);

/** Answers in 南苑社区, as its row says. */
const rowOf = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '南苑' }), visible: true });
const answered = async (page: Page) => Number.parseInt(await rowOf(page).getByRole('cell').first().innerText(), 10);

test('an answer raises the count of its community; no rate stands anywhere', async () => {
  const { page, shoot } = await phones.open(demo.link('街道专干'));
  await seen(page.getByRole('table').filter({ visible: true }));
  const before = await answered(page);
  const resident = await visitor(demo.url);
  valueOf(await resident.call('survey.submit', { submissionId: newId(), round: 'demo-running', ticket: null, questionnaireHash: ruleHash(questionnaireA), community: nanyuan, letter: letterOf(demo.letter), answers: wholeAnswers(nanyuan, { A4b: '2' }), seconds: 60 }));
  await button(page, '刷新').click();
  await seen(rowOf(page).getByRole('cell').first().filter({ hasText: new RegExp(`^${before + 1}\\D`) }));
  // one by the poster stands beside: the target is for letters
  const beside = async () => Number(/海报上另有 (\d+) 份/.exec(await textOf(page))![1]);
  const besideBefore = await beside();
  const neighbour = await visitor(demo.url);
  valueOf(await neighbour.call('survey.submit', { submissionId: newId(), round: 'demo-running', ticket: null, questionnaireHash: ruleHash(questionnaireA), community: nanyuan, answers: wholeAnswers(nanyuan), seconds: 60 }));
  await button(page, '刷新').click();
  await seen(words(page, `海报上另有 ${besideBefore + 1} 份`));
  expect(await answered(page)).toBe(before + 1);
  const all = await textOf(page);
  expect(all).not.toMatch(/%|满意率|分之/);
  expect(all).not.toContain('荣华'); // another street's
  await shoot('desk-progress');
});

test('a community of another street is out of scope, with a way on', async () => {
  const { page } = await phones.open(posterLink('街道专干', ronghua));
  await seen(words(page, /不在您负责的街道内/));
  await seen(button(page, '看海报列表'));
  await seen(button(page, /打电话问/));
});

test('a resident who opens the desk learns how staff get in, and sees no figure', async () => {
  const { page } = await phones.open(demo.link('老年居民').replace('pages/home/index', 'packages/desk/progress/index'));
  await seen(words(page, '这一页给工作人员用'));
  await seen(button(page, '填邀请码'));
  expect(await page.getByRole('table').count()).toBe(0);
});

test('an officer whose page it is not learns so, and is led back to her own desk', async () => {
  const { page, shoot } = await phones.open(demo.link('部门人员').replace(/packages\/desk\/\w+/, 'packages/desk/entered'));
  await seen(words(page, '这一页由别的岗位用'));
  expect(await textOf(page)).toContain('您是区住建局人员');
  expect(await button(page, '填邀请码').count()).toBe(0);
  await shoot('desk-other-role');
  await button(page, '回工作台（区住建局人员）').click();
  await seen(words(page, '任务和进度'));
  await page.goto(`${demo.url}/?step=circle#/packages/desk/circle/index?id=xidajie`);
  await seen(words(page, '看需求清单'));
  expect(await textOf(page)).not.toMatch(/填人口|去清点|立项/);
  await elderMode(page);
  const item = page.getByRole('rowheader', { name: '布局合理' }).filter({ visible: true });
  await item.scrollIntoViewIfNeeded();
  expect((await item.boundingBox())!.width).toBeGreaterThan(100);
  await shoot('circle-evaluation-elder');
});

/** The modules of the code as it is drawn, read from its pixels. */
const modulesOf = (page: Page) =>
  page.locator('.desk-qr img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const side = Number(/viewBox="0 0 (\d+)/.exec(decodeURIComponent(image.src))![1]);
    const canvas = Object.assign(document.createElement('canvas'), { width: side * 8, height: side * 8 });
    const brush = canvas.getContext('2d')!;
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
    return Array.from({ length: side }, (_, y) => Array.from({ length: side }, (__, x) => (data[((y * 8 + 4) * canvas.width + x * 8 + 4) * 4]! < 128 ? '1' : '0')).join(''));
  });
/** Without the white border around it. */
const trimmed = (rows: readonly string[]) => {
  const dark = rows.filter((row) => row.includes('1'));
  const from = Math.min(...dark.map((row) => row.indexOf('1')));
  const to = Math.max(...dark.map((row) => row.lastIndexOf('1')));
  return dark.map((row) => row.slice(from, to + 1));
};
/** The same text drawn by the encoder itself, at each level of correction. */
const drawings = (text: string) => (['L', 'M', 'Q', 'H'] as const).map((ecc) => encode(text, { ecc, border: 0 }).data.map((row) => row.map((on) => (on ? '1' : '0')).join('')));

test.each(['zz', '620602001099'])('a poster of a community that does not exist (%s) says so, and leads to the list', async (community) => {
  const { page } = await phones.open(posterLink('街道专干', community));
  await seen(words(page, '没有这个社区'));
  await button(page, '看海报列表').click();
  await seen(words(page, '南苑社区'));
});

test('the poster is one A4 sheet whose code leads to its community; a new code retires the old one', async () => {
  const { page, shoot } = await phones.open(posterLink('街道专干', nanyuan));
  await seen(words(page, '海报编号'));
  await seen(words(page, new RegExp(demo.scene)));
  expect(drawings(`${demo.url}/s/${demo.scene}`)).toContainEqual(trimmed(await modulesOf(page)));
  await shoot('desk-poster');

  await page.emulateMedia({ media: 'print' });
  expect(await button(page, '换新码').isVisible()).toBe(false);
  mkdirSync(artifacts, { recursive: true });
  const pdf = await page.pdf({ path: join(artifacts, 'poster.pdf'), preferCSSPageSize: true, printBackground: false });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
  const size = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1'))!;
  expect(sheets).toHaveLength(1);
  expect([Math.round(Number(size[1])), Math.round(Number(size[2]))]).toEqual([595, 842]); // points of A4
  await page.emulateMedia({ media: 'screen' });

  await button(page, '换新码').click();
  await page.getByRole('dialog').getByRole('button', { name: '换新码' }).click();
  await seen(words(page, '新码已换好'));
  const [, scene] = /\/s\/(\w+)/.exec(await textOf(page))!;
  expect(scene).not.toBe(demo.scene);
  expect(drawings(`${demo.url}/s/${scene}`)).toContainEqual(trimmed(await modulesOf(page)));

  const old = await phones.open(`${demo.url}/s/${demo.scene}`);
  await seen(words(old.page, /海报的码已经换新/));
  await seen(button(old.page, /东大街街道/));
  const fresh = await phones.open(`${demo.url}/s/${scene}`);
  await seen(words(fresh.page, /南苑社区/));
  await seen(link(fresh.page, '找附近'));
});

test('专班人员 invites a colleague of one street, who is let in by the link, once', async () => {
  const district = await phones.open(demo.link('专班人员').replace('desk/progress', 'desk/invites'));
  await button(district.page, '发新的邀请码').click();
  await button(district.page, '生成邀请码').click();
  await seen(words(district.page, '请选一个街道。'));
  await button(district.page, '荣华街街道').click();
  await button(district.page, '生成邀请码').click();
  await seen(words(district.page, /只显示这一次/));
  await district.shoot('desk-invite-made');
  const invitation = /http\S+\/i\/\w+/.exec(await textOf(district.page))![0];

  const colleague = await phones.open(invitation);
  await button(colleague.page, '登记').click();
  await seen(words(colleague.page, /您已登记为荣华街街道专干/));
  await button(colleague.page, '去工作台').click();
  await seen(tableOfRonghua(colleague.page));
  expect(await textOf(colleague.page)).not.toContain('南苑');

  const stranger = await phones.open(invitation);
  await button(stranger.page, '登记').click();
  await seen(words(stranger.page, /邀请码已经用过/));
  await button(district.page, /回列表/).click();
  await seen(words(district.page, '已用'));
  await seen(heading(district.page, '邀请码'));
});
const tableOfRonghua = (page: Page) => page.getByRole('table', { name: /荣华/ }).filter({ visible: true });

test('an invite whose time is over says so to who sent it and to whom it was sent', async () => {
  const invite = { id: newId(), role: 'street', street: { code: '620602001', name: '东大街街道' }, community: null, department: null, note: '', state: 'expired', createdAt: '2026-11-01T02:00:00.000Z', expiresAt: '2026-11-08T02:00:00.000Z' };
  // as the server says it once the days are over (test/contract/desk.test.ts)
  const says: Record<string, unknown> = { invites: { ok: true, data: { invites: [invite], mayInvite: ['street'], streets: null, departments: [] } }, acceptInvite: { ok: false, error: errorOf('invite_expired') } };
  const late = async (phone: Awaited<ReturnType<typeof phones.open>>) => phone.context.route('**/api/desk', (route) => route.fulfill({ json: says[(route.request().postDataJSON() as { action: string }).action] }));
  const colleague = await phones.open(`${demo.url}/i/abcdefghjkmnpqrstvwx`);
  await late(colleague);
  await button(colleague.page, '登记').click();
  await seen(words(colleague.page, /邀请码已过期。请发码的人重新发一个/));
  await seen(button(colleague.page, /打电话问/));

  const district = await phones.open(demo.link('专班人员'));
  await late(district);
  await district.page.goto(`${demo.url}/#/packages/desk/invites/index`);
  await seen(words(district.page, '已过期'));
  await seen(words(district.page, /11月8日 10:00 过期/));
  expect(await button(district.page, '收回').count()).toBe(0);
});
