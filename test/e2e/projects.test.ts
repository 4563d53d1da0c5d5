/** 您说缺什么，我们补什么: the district makes a project of what is missing, the department carries it out, the resident reads of it. */
import { glance } from '../support/questionnaire';
import { visitor } from '../support/serverProcess';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { button, field, gone, link, seen, textOf, words } from '../support/screen';
import { valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const title = '西大街请一家药店进来';

test('a gap becomes a project; its department ends it, its milestones first; residents see it on the way', async () => {
  const district = await phones.open(demo.link('专班人员'));
  await district.page.goto(`${demo.url}/?step=circle#/packages/desk/circle/index?id=xidajie`);
  await button(district.page, '看需求清单，立项').click();
  await seen(words(district.page, /样还没有项目/));
  await district.page.locator('.lz-card').filter({ hasText: '药店' }).filter({ visible: true }).first().getByRole('button', { name: '立项' }).click();
  await button(district.page, '保存').click();
  await seen(words(district.page, '请选怎么补。'));
  await button(district.page, '引进').click();
  await field(district.page, '项目名称').fill(title);
  await field(district.page, /给居民看的话/).fill('腾出一间临街的房，年前开门。');
  await button(district.page, '区住建局').click();
  await button(district.page, '企业出资').click();
  await button(district.page, '加一个里程碑').click();
  await field(district.page, '第 1 个').fill('签下房子');
  await district.page.getByLabel('第 1 个在哪天前').filter({ visible: true }).fill('2027-01-20');
  await button(district.page, '保存').click();
  await seen(words(district.page, '签下房子：2027-01-20 前'));
  await district.shoot('project-made');
  const id = /id=([0-9a-f-]+)/.exec(district.page.url())![1]!;

  const department = await phones.open(demo.link('部门人员'));
  await department.page.goto(`${demo.url}/?step=project#/packages/desk/project/index?id=${id}`);
  await button(department.page, '开始推进').click();
  await button(department.page, '记下：开始推进').click();
  await seen(words(department.page, '推进中'));
  await button(department.page, '完成了').click();
  await seen(words(department.page, /还有 1 个里程碑没有完成：签下房子/));
  await button(department.page, '先不').click();
  await button(department.page, '记进展').click();
  await field(department.page, /做了什么/).fill('合同签了');
  await button(department.page, '签下房子').click();
  await button(department.page, '记下').click();
  await gone(button(department.page, '记下'));
  await button(department.page, '完成了').click();
  await button(department.page, '记下：完成了').click();
  await seen(words(department.page, '已完成'));
  expect(await textOf(department.page)).toContain('完成里程碑：合同签了');
  expect(await button(department.page, '改项目').count()).toBe(0);

  // what a resident may read is remembered for up to a minute; a circle that nobody asked for yet is read anew
  const answered = valueOf(await (await visitor(demo.url)).call('desk.answered', { circle: 'xidajie' }));
  expect(answered.needs.flatMap(({ projects }) => projects).find((one) => one.id === id)).toMatchObject({ title, state: 'done' });
  const resident = await phones.open(`${demo.url}/?circle=xidajie#/pages/home/index?circle=xidajie`);
  await resident.page.goto(`${demo.url}/?step=answered#/packages/about/answered/index?circle=xidajie`);
  await seen(words(resident.page, title));
  const text = await textOf(resident.page);
  expect(text).toContain('腾出一间临街的房，年前开门。');
  expect(text).not.toContain('合同签了');
  await resident.shoot('answered-xidajie');
});

test('from home one tap leads to what is planned for her circle', async () => {
  const { page } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await link(page, '找附近').waitFor();
  await page.getByText('您说缺什么，我们补什么').filter({ visible: true }).first().click();
  await seen(words(page, '社区食堂加卖早餐'));
  expect(await textOf(page)).toContain('正在补的');
});

test('back leads from the form to the project, and asks before what was typed is lost', async () => {
  const { page, shoot } = await phones.open(demo.link('专班人员').replace(/packages\/desk\/\w+\/index/, 'packages/desk/projects/index?circle=xidajie'));
  const dialog = page.getByRole('dialog', { name: '不保存就离开？' });
  await page.locator('.lz-card').filter({ hasText: '菜市场改造' }).filter({ visible: true }).first().click();
  await button(page, '改项目').click();
  await seen(field(page, '项目名称'));
  await page.goBack();
  await seen(button(page, '改项目'));
  await button(page, '改项目').click();
  await field(page, '项目名称').fill('打了一半');
  await shoot('project-form');
  await page.goBack();
  await seen(dialog);
  await shoot('project-leave');
  await dialog.getByRole('button', { name: '接着填' }).click();
  await gone(dialog);
  expect(await field(page, '项目名称').inputValue()).toBe('打了一半');
  await page.goBack();
  await dialog.getByRole('button', { name: '离开' }).click();
  await seen(button(page, '改项目'));
  await page.waitForTimeout(glance);
  await page.goBack();
  await seen(button(page, '立一个清单外的项目'));
  await button(page, '立一个清单外的项目').click();
  await field(page, '项目名称').fill('打了一半');
  await page.goBack();
  await seen(dialog);
  await dialog.getByRole('button', { name: '离开' }).click();
  await seen(button(page, '立一个清单外的项目'));
});

test('without a login, the progress of the circles leads to what is planned for each', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/#/packages/about/progress/index`);
  await seen(words(page, /核实过的才算有|有人去核实过/));
  await shoot('progress-ways');
  await page.getByText(/西大街.*：缺什么，补什么/).filter({ visible: true }).first().click();
  await seen(words(page, /正在补的/));
  expect(await textOf(page)).toContain('列的是居民说缺的、在等的，和已经定了要补的');
  await page.goto(`${demo.url}/?step=results#/packages/result/index/index?circle=xidajie`);
  await button(page, '缺什么，补什么').click();
  await seen(words(page, /西大街.*：您说缺什么/));
  await shoot('answered-from-results');
});

test('what was done stands in the log, and a project changed elsewhere is not written over', async () => {
  const district = await phones.open(demo.link('专班人员'));
  const caller = await visitor(demo.url, demo.token('专班人员'));
  const [project] = valueOf(await caller.call('desk.needs', { circle: 'xidajie' })).needs.flatMap(({ projects }) => projects).filter(({ state }) => state === 'going');
  await district.page.goto(`${demo.url}/?step=change#/packages/desk/project/index?id=${project!.id}`);
  await button(district.page, '改项目').click();
  await field(district.page, '项目名称').fill('改了的名字');
  valueOf(await caller.call('desk.noteProject', { sending: crypto.randomUUID(), id: project!.id, text: '同事先记了一笔', done: [] }));
  const { project: stands, version } = valueOf(await caller.call('desk.project', { id: project!.id }));
  const milestones = stands.milestones.map(({ number, name, due }) => ({ number, name, due }));
  const { id, kind, funding, provincial, reasons } = stands;
  valueOf(await caller.call('desk.saveProject', { sending: crypto.randomUUID(), id, seen: version, circle: 'xidajie', format: stands.format.code, kind, title: stands.title, department: stands.department.code, funding, provincial, reasons: [...reasons], note: '同事改的话。', milestones }));
  await button(district.page, '保存').click();
  await seen(words(district.page, /又有人改过。您改的都还在/));
  expect(await field(district.page, '项目名称').inputValue()).toBe('改了的名字');
  expect(await field(district.page, /给居民看的话/).inputValue()).toBe('同事改的话。');
  await district.shoot('project-changed');
  await button(district.page, '保存').click();
  await seen(words(district.page, '改了的名字'));
  expect(await textOf(district.page)).toContain('同事改的话。');
  await district.page.goto(`${demo.url}/?step=log#/packages/desk/audit/index`);
  await seen(words(district.page, '记了项目进展'));
  await seen(words(district.page, /区住建局人员/));
  await district.shoot('audit');
});
