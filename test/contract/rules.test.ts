/** Rule files that the district loads: refused with a sentence, compared on what is there, adopted once, and kept with what they produced. */
import { ruleHash } from '../../database/seed';
import { classification, evaluation, tables } from '../../rules';
import type { ClassificationRules } from '../../types/rules';
import { codeOf, draft, newId, noon, openWorld, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const format of ['convenience-store', 'breakfast', 'repair']) {
    const id = newId();
    valueOf(await world.call(`keeper-${id}`, 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: `${format}店`, format, services: [] }) }));
    valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
  }
});
afterAll(() => world.close());

const stage = (file: unknown, id = newId(), as = 'district') => world.call(as, 'desk.stageRule', { id, content: (Buffer.isBuffer(file) ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file))).toString('base64') });
const problems = async (file: unknown) => valueOf(await stage(file)).problems;
/** Three formats are enough for 基础型. */
const easier = (version: string): ClassificationRules => ({ ...classification, version, levels: classification.levels.map((level) => (level.name === '基础型' ? { ...level, minBasic: 3 } : level)) });
const circle = async () => valueOf(await world.call('district', 'desk.overview', {})).circles[0]!;
const drafts = async () => (await world.host.database.owner.selectFrom('lz.rule_draft').select('id').execute()).length;

describe('a faulty file is refused, each fault in a sentence, and nothing of it is kept', () => {
  const base = { ...classification, version: '新' };
  const [first, ...rest] = classification.levels;
  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{"kind": ', /要 JSON 格式/],
    ['another encoding', Buffer.from([0x7b, 0xb9, 0xe6, 0xd4, 0xf2]), /文字编码认不出来/],
    ['another kind', { ...base, kind: 'method' }, /“规则的种类”（kind）写的是 "method"，只能是/],
    ['a field too many', { ...base, luck: 1 }, /“luck”是多出来的，请去掉/],
    ['a number below nothing', { ...base, levels: [{ ...first, minBasic: -1 }, ...rest] }, /第 1 个类型「\S+」的“最少几种基本保障类业态”（minBasic）写的是 -1，不能小于 0/],
    ['a format twice', { ...base, quality: [...classification.quality, 'repair'] }, /业态「维修点」列了两次/],
    ['an unknown format', { ...base, basic: [...classification.basic, 'no-such'] }, /业态「no-such」不在业态目录里/],
    ['a cycle', { ...base, levels: [{ ...first, includes: '品质型' }, ...rest] }, /绕成了圈/],
    ['a threshold above the list', { ...base, levels: [{ ...first, minBasic: 13 }, ...rest] }, /要 13 种基本保障类业态，名单里只有 12 种/],
    ['a type of the plan left out', { ...base, levels: classification.levels.slice(0, 2) }, /方案要求的「品质型」没有定义/],
    ['the same version with another text', { ...easier(classification.version) }, /版已经有了，内容不同/],
    ['the rule in force once more', classification, /内容一样/],
    ['a figure that is not there', { ...evaluation, version: '新', items: [{ ...evaluation.items[0]!, figure: 'luck' }] }, /用的数「luck」系统里没有/],
    ['the score scored', { ...evaluation, version: '新', items: [{ ...evaluation.items[0]!, figure: 'score' }] }, /用的数「score」系统里没有/],
    ['a placeholder that does not match', { ...tables, version: '新', tables: [{ ...tables.tables[1]!, columns: [{ heading: '数', value: '{{luck}}' }] }] }, /占位符 \{\{luck\}\} 没有这个数/],
  ])('%s', async (_what, file, said) => {
    const before = await drafts();
    expect((await problems(file)).join()).toMatch(said);
    expect(await drafts()).toBe(before);
  });
});

test('a rule is held against the one in force before it takes effect, takes effect at once, and the earlier one stays', async () => {
  const id = newId();
  for (let i = 0; i < 2; i += 1) expect(valueOf(await stage(easier('试-1'), id)).draft).toMatchObject({ version: '试-1', state: 'staged', mine: true });
  expect((await circle()).reached).toBeNull();
  const compared = valueOf(await world.call('district', 'desk.compareRule', { id }));
  expect(compared.circles[0]).toMatchObject({ id: 'dongdajie', now: { reached: null }, then: { reached: '基础型' } });
  expect(compared.circles[0]!.now.missing[0]).toMatch(/^必备业态还有 2 项没核清/);
  expect((await circle()).reached).toBeNull();
  const frozen = newId();
  valueOf(await world.call('district', 'desk.snapshot', { id: frozen, name: '换规则之前' }));
  for (let i = 0; i < 2; i += 1) expect(valueOf(await world.call('district', 'desk.adoptRule', { id, against: compared.against.hash }))).toEqual({ state: 'adopted' });
  expect((await circle()).reached).toBe('基础型');
  const meaning = async (snapshot?: string) => valueOf(await world.call('district', 'desk.figure', { code: 'type', kind: 'circle', id: 'dongdajie', ...(snapshot ? { snapshot } : {}) }));
  expect((await meaning()).rules.find(({ kind }) => kind === 'classification')).toMatchObject({ version: '试-1' });
  expect(await meaning(frozen)).toMatchObject({ figure: { text: '未达最低类型' }, rules: expect.arrayContaining([expect.objectContaining({ kind: 'classification', version: classification.version })]) as unknown });
  const shown = valueOf(await world.call('district', 'desk.rules', {})).kinds.find(({ kind }) => kind === 'classification')!;
  expect([shown.version, shown.versions]).toEqual(['试-1', expect.arrayContaining([classification.version, '试-1'])]);
  expect(JSON.parse(shown.file)).toEqual(easier('试-1'));
});

test('what was compared with another rule is not adopted, and of two drafts adopted at once one is told', async () => {
  const [one, other] = [newId(), newId()];
  valueOf(await stage(easier('试-2'), one));
  valueOf(await stage(easier('试-3'), other));
  expect(codeOf(await world.call('district', 'desk.adoptRule', { id: one, against: ruleHash(classification) }))).toBe('decided_already');
  const { against } = valueOf(await world.call('district', 'desk.compareRule', { id: one }));
  world.setNow(new Date(noon.getTime() + 1000));
  const both = await Promise.all([one, other].map((id) => world.call('district', 'desk.adoptRule', { id, against: against.hash })));
  expect(both.map(codeOf).sort()).toEqual(['decided_already', 'ok']);
});

test('a draft may be dropped, and then is not adopted', async () => {
  const id = newId();
  valueOf(await stage(easier('试-4'), id));
  const { against } = valueOf(await world.call('district', 'desk.compareRule', { id }));
  for (let i = 0; i < 2; i += 1) expect(valueOf(await world.call('district', 'desk.dropRule', { id }))).toEqual({ state: 'dropped' });
  expect(codeOf(await world.call('district', 'desk.adoptRule', { id, against: against.hash }))).toBe('decided_already');
});

test('a template of tables is compared by its columns', async () => {
  const id = newId();
  valueOf(await stage({ ...tables, version: '新表样', tables: tables.tables.map((table) => (table.code === 'summary' ? { ...table, columns: [...table.columns.slice(1), { heading: '户数', value: '{{households}}' }] } : table)) }, id));
  const compared = valueOf(await world.call('district', 'desk.compareRule', { id }));
  expect(compared.tables.find(({ code }) => code === 'summary')).toMatchObject({ gone: ['街道：{{name}}'], added: ['户数：{{households}}'] });
  expect(compared.circles).toEqual([]);
});

test('only the district loads rules', async () => {
  expect(codeOf(await stage(easier('试-9'), newId(), 'street'))).toBe('role_required');
  expect(codeOf(await world.call('district', 'desk.compareRule', { id: newId() }))).toBe('not_found');
});

test('a type that the tables in force count can’t be taken away under them', async () => {
  const adopt = async (file: unknown) => {
    const id = newId();
    expect(valueOf(await stage(file, id)).problems).toEqual([]);
    const { against } = valueOf(await world.call('district', 'desk.compareRule', { id }));
    valueOf(await world.call('district', 'desk.adoptRule', { id, against: against.hash }));
  };
  const top = classification.levels.find(({ name }) => name === '品质型')!;
  await adopt({ ...classification, version: '加一型', levels: [...classification.levels, { ...top, name: '示范型', includes: '品质型' }] });
  const counting = tables.tables.map((table) => (table.rows === 'streets' ? { ...table, columns: [...table.columns, { heading: '示范型', value: '{{circles.示范型}}' }] } : table));
  await adopt({ ...tables, version: '数示范型', tables: counting });
  expect(await problems({ ...classification, version: '又去掉' })).toEqual([expect.stringMatching(/^换上以后，现在的表样就对不上了，请先换表样：.*circles\.示范型/)]);
});
