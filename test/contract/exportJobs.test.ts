/** The report and the papers for acceptance: asked for, made in steps that survive anything, handed out to those who may have them, the same bytes each time. */
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { advance, mostTries } from '../../cloudfunctions/export/jobs/advance';
import { workJobs } from '../../cloudfunctions/export/jobs/work';
import { sha256 } from '../../cloudfunctions/runtime/hashing';
import { dueReleases, makeRelease } from '../../cloudfunctions/clock/release';
import { tables } from '../../rules';
import type { ExportJobShown } from '../../types/contract/export';
import { addOutlet } from '../support/addOutlet';
import { photosIn } from '../support/photos/calls';
import { makeServerDatabase } from '../support/serverDatabase';
import { freePort, startServer, temporaryFolder, visitor } from '../support/serverProcess';
import { addOfficer, codeOf, identity, nanyuan, newId, noon, openWorld, seal, submission, valueOf, wholeAnswers, type World } from '../support/world';

let world: World;
const snapshot = newId();
beforeAll(async () => {
  world = await openWorld();
  for (let i = 0; i < 20; i += 1) valueOf(await world.call(`s${i}`, 'survey.submit', submission(nanyuan, { answers: wholeAnswers(nanyuan, { A6: i < 15 ? 'satisfied' : 'neutral' }) })));
  await seal(world.host, 'running');
  const later = new Date(noon.getTime() + 12 * 86_400_000);
  for (const due of await dueReleases(world.host.database.owner, later)) await world.host.database.as('clock').write((db) => makeRelease(db, due, later));
  valueOf(await world.call('street', 'desk.noteTask', { sending: newId(), task: 'layout', department: 'streets', street: '620602001', state: 'going', text: '七个社区摸排了五个 <三个补录>' }));
  const { added } = photosIn(() => world);
  const [shown, held] = [await added('noodles'), await added('noodles')];
  const { owner } = world.host.database;
  await owner.updateTable('lz.file').set({ state: 'passed', decided_at: noon.toISOString(), decided_by: 'platform' }).where('id', '=', shown.id).execute();
  const outlet = await addOutlet(world, { name: '老街/牛肉面馆', verifiedAt: noon });
  await owner.updateTable('lz.outlet').set({ photos: [shown.id, held.id] }).where('id', '=', outlet).execute();
  world.setNow(later);
  valueOf(await world.call('district', 'desk.snapshot', { id: snapshot, name: '十一月底' }));
});
afterAll(() => world.close());

const ask = (kind: 'report' | 'archive', circle: string | null = null, as = 'district', id = newId(), of = snapshot) => world.call(as, 'export.ask', { id, snapshot: of, kind, circle });
const made = async (job: ExportJobShown): Promise<ExportJobShown> => {
  for (let i = 0; i < 40; i += 1) {
    const { job: now } = valueOf(await world.call('district', 'export.job', { id: job.id }));
    if (now.state === 'made' || now.state === 'failed') return now;
  }
  throw new Error('never made');
};
const fetched = async (id: string, as = 'district'): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for (let from: number | null = 0; from !== null;) {
    const part: { content: string; next: number | null } = valueOf(await world.call(as, 'export.file', { id, from }));
    parts.push(Buffer.from(part.content, 'base64'));
    from = part.next;
  }
  return Buffer.concat(parts);
};

describe('the report', () => {
  test('is made when somebody asks how far it is, of the snapshot alone, and its hash is its own', async () => {
    const { job } = valueOf(await ask('report'));
    expect(job).toMatchObject({ state: 'waiting', done: 0, steps: 1, mine: true, file: null });
    expect(codeOf(await world.call('district', 'export.file', { id: job.id, from: 0 }))).toBe('export_not_made');
    const { file } = await made(job);
    const bytes = await fetched(job.id);
    expect([bytes.length, sha256(bytes).toString('hex')]).toEqual([file!.size, file!.hash]);
    const parts = unzipSync(bytes);
    const words = strFromU8(parts['word/document.xml']!).replace(/<[^>]+>/g, '');
    for (const said of ['快照「十一月底」', '75.0%', '自愿参与', '20 份', '七个社区摸排了五个 &lt;三个补录&gt;', '还不知道：', '数字出处', '待核', '还没有记下项目']) expect(words).toContain(said);
    expect(Object.keys(parts).filter((path) => /charts\/chart\d+\.xml$/.test(path))).toHaveLength(3);
    expect(strFromU8(parts['word/_rels/document.xml.rels']!)).toContain(`snapshot=${snapshot}`);
  });

  test('asked for again, by whom and whenever, it is the same bytes; and its numbers are those of the tables', async () => {
    const { job } = valueOf(await ask('report'));
    const before = await fetched(job.id);
    await addOutlet(world);
    world.setNow(new Date(world.now().getTime() + 86_400_000));
    await addOfficer(world.host, identity('colleague'), { role: 'district', street: null });
    const again = valueOf(await ask('report', null, 'colleague')).job;
    expect([again.id, again.mine]).toEqual([job.id, false]);
    expect(await fetched(again.id, 'colleague')).toEqual(before);
    const table = valueOf(await world.call('district', 'export.table', { snapshot, table: 'satisfaction' })).file;
    expect(strFromU8(unzipSync(Buffer.from(table.content, 'base64'))['xl/sharedStrings.xml']!)).toContain('十一月底');
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['of a snapshot that is not there', () => ask('report', null, 'district', newId(), newId()), 'not_found'],
    ['of a circle', () => ask('report', 'dongdajie'), 'value_invalid'],
    ['papers of no circle', () => ask('archive'), 'value_invalid'],
    ['papers of a circle that is not there', () => ask('archive', 'no-such'), 'unknown_place'],
    ['by a street', () => ask('report', null, 'street'), 'role_required'],
    ['a job that is not there', () => world.call('district', 'export.job', { id: newId() }), 'not_found'],
  ])('%s is refused', async (_what, send, code) => expect(codeOf((await send()) as never)).toBe(code));
});

describe('papers for acceptance', () => {
  let job: ExportJobShown;
  test('are made by the timer though nobody waits, in steps that are kept one by one', async () => {
    job = valueOf(await ask('archive', 'dongdajie')).job;
    expect(job.steps).toBe(tables.tables.length + 4);
    const { job: after } = valueOf(await world.call('district', 'export.job', { id: job.id }));
    expect(after).toMatchObject({ state: 'working', done: 1, doing: 'table' });
    const { database, files, settings } = world.host;
    expect(await workJobs(database.as('export'), { files, settings, now: world.now })).toEqual({ steps: job.steps - 1, fault: null });
    expect((await made(job)).state).toBe('made');
    expect(await database.owner.selectFrom('lz.export_part').select('path').execute()).toEqual([]);
  });

  test('hold the tables, the report, what was published, seals, public photos, and what is missing; every file with its hash', async () => {
    const parts = unzipSync(await fetched(job.id));
    const paths = Object.keys(parts);
    expect(paths.filter((path) => path.startsWith('统计表/'))).toHaveLength(tables.tables.length);
    expect(paths).toEqual(expect.arrayContaining(['清单.txt', '说明.txt', '还缺什么.txt', '工作总结报告-十一月底.docx', '发布结果/发布结果.txt', '封存/running-轮次定义.json', '封存/running-封存.csv']));
    expect(paths.filter((path) => path.startsWith('照片/')).map((path) => path.replace(/-[0-9a-f]{8}\.jpg$/, ''))).toEqual(['照片/南苑社区/老街-牛肉面馆']);
    const lines = strFromU8(parts['清单.txt']!).trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(paths.length - 1);
    for (const line of lines) expect(sha256(parts[line.slice(66)]!).toString('hex')).toBe(line.slice(0, 64));
    const round = await world.host.database.owner.selectFrom('lz.round').select('definition_hash').where('id', '=', 'running').executeTakeFirstOrThrow();
    expect(sha256(parts['封存/running-轮次定义.json']!).equals(round.definition_hash!)).toBe(true);
    const report = valueOf(await ask('report')).job;
    expect(Buffer.from(parts['工作总结报告-十一月底.docx']!)).toEqual(await fetched(report.id));
    expect(strFromU8(parts['还缺什么.txt']!)).toContain('自愿参与，不作判断');
    const whole = strFromU8(Buffer.concat(Object.entries(parts).filter(([path]) => /txt|json|csv/.test(path)).map(([, bytes]) => Buffer.from(bytes))));
    for (const secret of ['92620602MA0000015G', 'wx:', 'cast-']) expect(whole).not.toContain(secret);
  });

  // on the embedded database the two queue for its one connection; that they race is tried by .ci/run's half on PostgreSQL
  test('two who work at once make each step once', async () => {
    const { job: other } = valueOf(await ask('archive', 'xidajie'));
    const { database, files, settings } = world.host;
    const both = await Promise.all([1, 2].map(() => workJobs(database.as('export'), { files, settings, now: world.now })));
    await workJobs(database.as('export'), { files, settings, now: world.now });
    expect((await made(other)).state).toBe('made');
    expect(both.reduce((sum, { steps }) => sum + steps, 0)).toBeLessThanOrEqual(other.steps);
    const kept = await database.owner.selectFrom('lz.audit').select('id').where('action', '=', 'report.made').where(sql<boolean>`detail ->> 'circle' = 'xidajie'`).execute();
    expect(kept).toHaveLength(1);
  });

  test('two who ask at once get one job', async () => {
    const both = await Promise.all([ask('archive', 'ronghuajie'), ask('archive', 'ronghuajie')]);
    expect(new Set(both.map((reply) => valueOf(reply).job.id)).size).toBe(1);
  });

  test('a step that goes wrong is undone and tried again, the third time it has failed; asked for again, it goes on where it stopped', async () => {
    const { job: broken } = valueOf(await ask('archive', 'xiguanjie'));
    const { database, files, settings } = world.host;
    await sql`update lz.export_job set steps = array_replace(steps, 'results', 'no-such') where id = ${broken.id}`.execute(database.owner);
    const step = () => database.as('export').write((db) => advance({ db, files, settings, now: world.now() }, broken.id));
    const faults: (string | null)[] = [];
    for (let i = 0; i < tables.tables.length + 1 + mostTries; i += 1) faults.push((await step())!.fault);
    expect(faults.slice(-mostTries).every((fault) => fault?.includes('no step is called'))).toBe(true);
    expect(valueOf(await world.call('district', 'export.job', { id: broken.id })).job).toMatchObject({ state: 'failed', done: tables.tables.length + 1, file: null });
    await sql`update lz.export_job set steps = array_replace(steps, 'no-such', 'results') where id = ${broken.id}`.execute(database.owner);
    expect(valueOf(await ask('archive', 'xiguanjie')).job).toMatchObject({ id: broken.id, state: 'waiting', done: tables.tables.length + 1 });
    expect((await made(broken)).state).toBe('made');
  });

  test('the page lists what was asked for: all of it, or what is about one circle', async () => {
    const all = valueOf(await world.call('district', 'export.jobs', {}));
    expect(all.snapshots).toEqual([{ id: snapshot, name: '十一月底', at: expect.any(String) as string, demo: true }]);
    expect(all.jobs.map(({ kind, circle }) => [kind, circle?.id ?? null])).toEqual(expect.arrayContaining([['report', null], ['archive', 'dongdajie'], ['archive', 'xiguanjie']]));
    expect(valueOf(await world.call('district', 'export.jobs', { circle: 'dongdajie' })).jobs.map(({ circle }) => circle?.id ?? null)).toEqual([null, 'dongdajie']);
  });

  test('whoever’s role ended meanwhile gets no part of them, and is told why', async () => {
    await addOfficer(world.host, identity('leaving'), { role: 'district', street: null });
    expect(codeOf(await world.call('leaving', 'export.file', { id: job.id, from: 0 }))).toBe('ok');
    await world.host.database.owner.updateTable('lz.officer').set({ ended_at: noon.toISOString() }).where('person', '=', world.host.secrets.person(identity('leaving'))).execute();
    for (const reply of [await world.call('leaving', 'export.file', { id: job.id, from: 0 }), await world.call('leaving', 'export.job', { id: job.id }), await ask('report', null, 'leaving')]) expect(codeOf(reply)).toBe('role_ended');
  });
});

test('kill -9 in the middle: the next start goes on, and what is handed out is whole', async () => {
  const folder = temporaryFolder();
  const database = await makeServerDatabase('jobs');
  const started = async () => startServer({ LZ_DATA: folder.path, PORT: String(await freePort()), ...database.env });
  const district = async ({ url, output }: Awaited<ReturnType<typeof started>>) => visitor(url, /专班人员 .*\n.*cast=([\w-]+)/.exec(output())![1]);
  try {
    const first = await started();
    const officer = await district(first);
    const [of, id] = [newId(), newId()];
    valueOf(await officer.call('desk.snapshot', { id: of, name: '断电' }));
    valueOf(await officer.call('export.ask', { id, snapshot: of, kind: 'archive', circle: 'dongdajie' }));
    for (let i = 0; i < 3; i += 1) valueOf(await officer.call('export.job', { id }));
    // cut off while the next step is under way
    void officer.call('export.job', { id }).catch(() => undefined);
    await new Promise((later) => setTimeout(later, 5));
    await first.stop('SIGKILL');
    const second = await started();
    const again = await district(second);
    let { job } = valueOf(await again.call('export.job', { id }));
    expect(job.done).toBeGreaterThanOrEqual(4);
    for (let i = 0; i < 30 && job.state !== 'made'; i += 1) ({ job } = valueOf(await again.call('export.job', { id })));
    expect(job.state).toBe('made');
    const parts: Buffer[] = [];
    for (let from: number | null = 0; from !== null;) {
      const part: { content: string; next: number | null } = valueOf(await again.call('export.file', { id, from }));
      parts.push(Buffer.from(part.content, 'base64'));
      from = part.next;
    }
    expect(sha256(Buffer.concat(parts)).toString('hex')).toBe(job.file!.hash);
    expect(Object.keys(unzipSync(Buffer.concat(parts)))).toContain('清单.txt');
    expect(await second.stop('SIGINT')).toBe(0);
  } finally {
    await database.drop();
    folder.remove();
  }
}, 180_000);
