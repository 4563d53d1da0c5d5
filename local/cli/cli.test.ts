import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openPglite } from '../../database/pglite';
import { planCallback } from '../callback/planCallback';
import { commandsOf } from '../commands';
import { roundKeysInMemory } from '../roundKeys';
import { openHost, type Host } from '../host';
import { addLetteredRound } from '../../test/support/world';
import { onPostgres, openTestDatabase } from '../../test/support/testDatabase';
import { createServer } from '../server';
import { createSessions } from '../sessions';
import { readArguments } from './tool';

jest.setTimeout(120_000);

const root = resolve(__dirname, '../..');
const secret = 'a secret for tests alone, long enough';
const key = 'a-key-of-this-test';
let folder = '';
let host: Host;
let server: FastifyInstance;

/** A server in this process, on memory alone, that holds `folder/held`: the tools are other processes and have to ask it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lz-cli-'));
  host = await openHost({ database: await openPglite(null), secret, roundKeys: roundKeysInMemory(), settings: { hotline: '12345', publicUrl: 'http://poster.test', demo: true } });
  server = createServer({ handlers: {}, sessions: createSessions(host.secrets, new Map()), ping: async () => {}, control: { key, commands: commandsOf(host) }, h5Folder: '' });
  await server.listen({ port: 0, host: '127.0.0.1' });
  hold('held', (server.server.address() as { port: number }).port);
  writeFileSync(join(folder, 'list.csv'), '编号,网点名称,业态,所属社区,地址,经度,纬度\nA1,老街面馆,早餐店,南苑社区,东巷1号,102.64,37.93\n');
  writeFileSync(join(folder, 'places.csv'), '社区代码,经度,纬度,人口,来源,状态\n620602001001,102.642,37.9239,7100,街道提供,待核\n');
  writeFileSync(join(folder, 'census.csv'), '来源：街道提供,,,\n状态：待核,,是否核实：否,\n社区代码,社区,18-59岁,60岁及以上\n620602001001,南苑社区,4200,1300\n');
  const summer = { id: 'summer', source: 'drawn', sample: { from: 'external', who: '上级统计部门' }, census: '2026年末', communities: ['620602001001'], target: undefined, ...inSummer(new Date().getUTCFullYear() + 1) };
  writeFileSync(join(folder, 'counted.json'), roundFile(summer));
  writeFileSync(join(folder, 'uncounted.json'), roundFile({ ...summer, id: 'summer-2', communities: ['620602001001', '620602001002'] }));
  writeFileSync(join(folder, 'round.json'), roundFile({}));
  writeFileSync(join(folder, 'bad.json'), roundFile({ releases: [], communities: ['620602004005'] }));
  writeFileSync(join(folder, 'bad.csv'), '编号,网点名称,业态,所属社区,地址,经度,纬度\nA1,老街面馆,早点铺,南苑社区,东巷1号,102.64,37.93\n');
});
afterAll(async () => {
  await server.close();
  await host.database.close();
  rmSync(folder, { recursive: true, force: true });
});
/** The printed example, moved to a year from now so that it never lies in the past. */
const roundFile = (change: object) => {
  const year = new Date().getUTCFullYear() + 1;
  const example = readFileSync(join(root, 'docs/examples/round.json'), 'utf8').replace(/2027/g, String(year));
  return JSON.stringify({ ...(JSON.parse(example) as object), ...change });
};
const inSummer = (year: number) => ({ opensAt: `${year}-06-01T08:00:00+08:00`, closesAt: `${year}-06-22T20:00:00+08:00`, releases: [{ kind: 'final', at: `${year}-06-24T09:00:00+08:00` }] });
const hold = (data: string, port: number) => {
  mkdirSync(join(folder, data), { recursive: true });
  writeFileSync(join(folder, data, 'lock.json'), JSON.stringify({ pid: process.pid, port, key }));
};

const runWith = (more: Record<string, string>, data: string, tool: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; error: string }>((done) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, LZ_DATA: join(folder, data), LZ_SECRET: secret, INIT_CWD: folder, ...more } as NodeJS.ProcessEnv;
    execFile(process.execPath, ['--import', 'tsx', `local/cli/${tool}.ts`, ...args], { cwd: root, env }, (error, out, complaint) => done({ code: error ? Number(error.code) : 0, out, error: complaint }));
  });
const run = (data: string, tool: string, ...args: string[]) => runWith({}, data, tool, ...args);

describe('with a server that holds the data folder, a tool asks it', () => {
  test('invite: the code it prints opens an invite of that server', async () => {
    const { code, out } = await run('held', 'invite', '--role', 'street', '--street', '东大街街道');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/邀请码：[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}\n链接： {2}http:\/\/poster\.test\/i\/[0-9a-z]{20}\n/) as string });
    const typed = /\/i\/(\w+)/.exec(out)![1]!;
    const invite = await host.database.owner.selectFrom('lz.invite').selectAll().where('code_hash', '=', host.secrets.invite(typed)).executeTakeFirstOrThrow();
    expect(invite).toMatchObject({ role: 'street', street_code: '620602001', used_at: null });
  });

  test('import: the rows are in the server’s database, and its progress can be asked for', async () => {
    expect(await run('held', 'import', 'outlets', 'list.csv')).toMatchObject({ code: 0, out: expect.stringContaining('新增 1，更新 0，未变 0，保留 0') as string });
    expect(await host.database.owner.selectFrom('lz.outlet').select(['name', 'origin', 'verified_at']).execute()).toEqual([{ name: '老街面馆', origin: 'census', verified_at: null }]);
  });

  test('backup: the folder is whole and nothing half made is left', async () => {
    expect(await run('held', 'backup', 'made')).toMatchObject({ code: 0, error: '' });
    expect(readdirSync(join(folder, 'made')).sort()).toEqual(['database.tar.gz', 'manifest.json', 'round-keys.json', 'secret']);
    expect(readdirSync(folder)).not.toContain('made.partial');
  });

  test.each([
    ['invite', ['--role', 'street', '--street', '东街'], '没有「东街」。请写全称'],
    ['backup', ['list.csv'], '已经存在'],
    ['restore', ['made'], '请先停止服务器'],
  ])('%s: what the server refuses is told in one sentence, without a stack', async (tool, args, sentence) => {
    const { code, out, error } = await run('held', tool, ...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain(sentence);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  test('import: centres and populations are in the server’s database', async () => {
    expect(await run('held', 'import', 'communities', 'places.csv')).toMatchObject({ code: 0, error: '', out: expect.stringContaining('更新 1 个社区') as string });
    expect(await host.database.owner.selectFrom('lz.community').select(['population', 'population_status']).where('code', '=', '620602001001').executeTakeFirst()).toEqual({ population: 7100, population_status: '待核' });
  });

  test('round: the example is added, and told with its rules; again, its id is taken', async () => {
    const { code, out, error } = await run('held', 'round', 'round.json');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('31 个社区，每个社区目标 50 份');
    expect(await run('held', 'round', 'round.json')).toMatchObject({ code: 1, out: '', error: expect.stringMatching(/^编号 \d+-spring 已经用过，请换一个。\n这一轮没有加入。/) as string });
  });

  test('letters: sealed before the opening, drawn by a seed known later, taken once; what came back is counted', async () => {
    const year = new Date().getUTCFullYear() + 1;
    writeFileSync(join(folder, '户名册.csv'), `社区代码,户编号,地址\n${Array.from({ length: 40 }, (_, i) => `620602007001,${i + 1},荣华 ${i + 1} 号`).join('\n')}\n`);
    const drawn = (change: object) => JSON.stringify({
      id: 'drawn-test', title: '抽样试验', source: 'drawn', opensAt: `${year}-09-01T08:00:00+08:00`, closesAt: `${year}-09-20T08:00:00+08:00`, communities: ['620602007001'],
      releases: [{ kind: 'final', at: `${year}-09-22T09:00:00+08:00` }], ...change,
    });
    const sample = { from: 'frame', frame: '户名册.csv', seed: '双色球第 100 期', seedAt: `${year}-08-20T21:30:00+08:00`, letters: 12 };
    writeFileSync(join(folder, 'plain.json'), drawn({}));
    expect(await run('held', 'round', 'plain.json')).toMatchObject({ code: 1, error: expect.stringContaining('抽样（drawn）的轮次要写 sample') as string });
    writeFileSync(join(folder, 'drawn.json'), drawn({ sample }));
    expect(await run('held', 'round', 'drawn.json')).toMatchObject({ code: 0, error: '', out: expect.stringContaining('要寄 12 封信') as string });

    expect(await run('held', 'letters', 'definition', 'drawn-test', '规定.json')).toMatchObject({ code: 0, error: '' });
    const made = await run('held', 'letters', 'draw', '规定.json', '户名册.csv', '--seed', '03 08 12 21 27 33 + 09', '--out', '信', '--url', 'https://lz.test/');
    expect(made).toMatchObject({ code: 0, error: '', out: expect.stringContaining('12 封信已写好') as string });
    const table = readFileSync(join(folder, '信', 'letters.csv'), 'utf8');
    expect(table.trim().split('\r\n')).toHaveLength(13);
    expect(table).toMatch(/荣华 \d+ 号,([0-9A-Z]{6}-){2}[0-9A-Z]{6},https:\/\/lz\.test\/l\//);
    expect(await run('held', 'letters', 'draw', '规定.json', '户名册.csv', '--seed', '03', '--out', '信')).toMatchObject({ code: 1, error: expect.stringContaining('另选一个文件夹') as string });
    // the seed will be known a year from now: no list can be drawn with it today
    expect(await run('held', 'letters', 'load', '信/letter-list.json')).toMatchObject({ code: 1, error: expect.stringContaining('才公布') as string });

    writeFileSync(join(folder, 'external.json'), drawn({ id: 'external-test', communities: ['620602007002'], sample: { from: 'external', who: '上级统计部门' } }));
    writeFileSync(join(folder, '名单.csv'), '社区代码,户编号,地址\n620602007002,1,惠泽 1 号\n620602007002,2,惠泽 2 号\n');
    expect(await run('held', 'round', 'external.json')).toMatchObject({ code: 0, out: expect.stringContaining('外部名单（上级统计部门）') as string });
    await run('held', 'letters', 'definition', 'external-test', '外部.json');
    expect(await run('held', 'letters', 'external', '外部.json', '名单.csv', '--out', '外部信')).toMatchObject({ code: 0, error: '' });
    expect(await run('held', 'letters', 'load', '外部信/letter-list.json')).toMatchObject({ code: 0, out: expect.stringMatching(/2 封信的名单已经封存[^]*封存号 {4}[0-9a-f]{64}/) as string });
    expect(await run('held', 'letters', 'load', '外部信/letter-list.json')).toMatchObject({ code: 0, out: expect.stringContaining('先前已经封存') as string });

    writeFileSync(join(folder, '退信.csv'), '社区代码,退回封数\n620602007002,1\n');
    expect(await run('held', 'letters', 'returned', 'external-test', '退信.csv')).toMatchObject({ code: 0, out: expect.stringContaining('一共退回 1 封') as string });
    writeFileSync(join(folder, '退信.csv'), '社区代码,退回封数\n620602007002,3\n620602001001,1\n');
    expect(await run('held', 'letters', 'returned', 'external-test', '退信.csv')).toMatchObject({ code: 1, error: expect.stringMatching(/第 2 行：退回 3 封，比寄出的 2 封还多。\n第 3 行：社区 620602001001 没有寄过信。/) as string });
    expect(await run('held', 'letters', 'burn')).toMatchObject({ code: 1, error: expect.stringContaining('用法') as string });
  });

  describe('callback', () => {
    const dayMs = 86_400_000;
    const soon = new Date(Date.now() + dayMs).toISOString();
    const callback = (...args: string[]) => run('held', 'letters', 'callback', ...args);
    const ended = (id: string) => addLetteredRound(host, { id, opens: -20 * dayMs, closes: -3 * dayMs, letters: new Map([['620602007001', 60], ['620602007002', 8]]) }, new Date());
    beforeAll(async () => {
      const { frame } = await ended('called-test');
      const list = (name: string, households: typeof frame) => writeFileSync(join(folder, name), `社区代码,户编号,地址\n${households.map(({ community, number, address }) => `${community},${number},${address}`).join('\n')}\n`);
      list('回访名册.csv', frame);
      list('少一户.csv', frame.slice(1));
      await ended('planned-test');
    });

    test('planned when the round is over, by a seed that is to come, and told again', async () => {
      const plan = (...args: string[]) => callback('plan', 'planned-test', '将来.json', ...args);
      expect(await plan()).toMatchObject({ code: 1, error: expect.stringContaining('回访还没有定') as string });
      expect(await plan('--seed-name', '某一期开奖号码', '--seed-at', '明天')).toMatchObject({ code: 1, error: expect.stringContaining('--seed-at 不对') as string });
      expect(await plan('--seed-name', '某一期开奖号码', '--seed-at', soon, '--share', '一成')).toMatchObject({ code: 1, error: expect.stringContaining('--share 是抽几成') as string });
      expect(await plan('--seed-name', '某一期开奖号码', '--seed-at', soon)).toMatchObject({ code: 0, error: '', out: expect.stringMatching(/2 个社区，一共 11 户[^]*封存号 {2}[0-9a-f]{64}/) as string });
      expect(await plan()).toMatchObject({ code: 0, out: expect.stringContaining('先前已经定好，没有改动') as string });
    });

    test('drawn elsewhere from plan, frame and seed, and sealed', async () => {
      // as if the plan had been made yesterday: its seed is known today
      const { plan } = await planCallback(host.database, { round: 'called-test', seed: '某一期开奖号码', seedAt: new Date(Date.now() - dayMs / 2).toISOString(), share: null }, new Date(Date.now() - dayMs));
      writeFileSync(join(folder, '回访.json'), JSON.stringify(plan));
      await run('held', 'letters', 'definition', 'called-test', '回访规定.json');
      const draw = (...args: string[]) => callback(...args, '--seed', '01 02 03');
      expect(await draw('draw', '回访规定.json', '回访规定.json', '回访名册.csv', '--out', '回访')).toMatchObject({ code: 1, error: expect.stringContaining('不是回访的规定') as string });
      expect(await draw('draw', '回访规定.json', '回访.json', '少一户.csv', '--out', '回访')).toMatchObject({ code: 1, error: expect.stringContaining('户名册与轮次封存时的不一样') as string });
      expect(await draw('draw', '回访规定.json', '回访.json', '回访名册.csv', '--out', '回访')).toMatchObject({ code: 0, error: '', out: expect.stringContaining('抽中 11 户') as string });
      const drawn = /[0-9a-f]{64}/.exec((await draw('check', '回访规定.json', '回访.json', '回访名册.csv')).out)![0];
      expect(readFileSync(join(folder, '回访', 'callback-draw.json'), 'utf8')).toContain(drawn);
      expect(readFileSync(join(folder, '回访', 'callback-list.csv'), 'utf8').trim().split('\r\n')).toHaveLength(12);
      expect(await draw('draw', '回访规定.json', '回访.json', '回访名册.csv', '--out', '回访')).toMatchObject({ code: 1, error: expect.stringContaining('另选一个文件夹') as string });
      expect(await callback('load', '回访/callback-counts.csv')).toMatchObject({ code: 1, error: expect.stringContaining('不是回访的抽签结果') as string });
      expect(await callback('load', '回访/callback-draw.json')).toMatchObject({ code: 0, error: '', out: expect.stringContaining('回访 11 户的抽签已经封存') as string });
    });

    test('counted for all of them, corrected with a reason, and audited with the frame', async () => {
      const record = (...args: string[]) => callback('record', 'called-test', '回访/callback-counts.csv', ...args);
      expect(await record()).toMatchObject({ code: 1, error: expect.stringMatching(/第 2 行：荣华社区 抽了 6 户，这一行加起来是 0 户[^]*一行也没有登记/) as string });
      const counts = (row: string) => writeFileSync(join(folder, '回访', 'callback-counts.csv'), `社区,自己拿的主意,别人拿的主意,没有答,没收到信,没联系上\n${row}\n620602007002,4,,,1,\n`);
      counts('620602007001,3,1,1,,1');
      expect(await record()).toMatchObject({ code: 0, error: '', out: expect.stringContaining('自己拿的主意 7 户，别人拿的主意 1 户，没有答 1 户，没收到信 1 户，没联系上 1 户') as string });
      counts('620602007001,4,,1,,1');
      expect(await record()).toMatchObject({ code: 1, error: expect.stringContaining('要更正，请写明原因') as string });
      expect(await record('--reason', '看错了一行')).toMatchObject({ code: 0, error: '' });
      expect(await callback('burn')).toMatchObject({ code: 1, error: expect.stringContaining('用法') as string });
      expect(await run('held', 'audit', '--round', 'called-test', '--frame', '回访名册.csv')).toMatchObject({ code: 0, error: '', out: expect.stringMatching(/回访 11 户：各社区登记的户数与抽中的相符，更正过 1 次[^]*照种子重抽是同样的户/) as string });
    });
  });

  test('a census table is imported, and a round shares its answers out by it; one that asks more than it has is not added', async () => {
    expect(await run('held', 'import', 'census', 'census.csv')).toMatchObject({ code: 1, error: expect.stringContaining('「版本」：没有写') as string });
    expect(await run('held', 'import', 'census', 'census.csv', '--version', '2026年末')).toMatchObject({ code: 0, error: '', out: expect.stringContaining('人口表「2026年末」，1 个社区，成年人 5500 名。状态：待核，没有核实。') as string });
    expect(await run('held', 'import', 'census', 'census.csv', '--version', '2026年末')).toMatchObject({ code: 0, out: expect.stringContaining('内容相同，没有改动') as string });
    expect(await run('held', 'round', 'uncounted.json')).toMatchObject({ code: 1, error: expect.stringContaining('人口表「2026年末」里大众社区（620602001002）没有人口数') as string });
    const { code, out } = await run('held', 'round', 'counted.json');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/目标一共 \d+ 份，按人口分到各社区[^]*人口表：街道提供（版本 2026年末，待核，没有核实）[^]*原始答卷保存到 \d{4}年/) as string });
  });

  test('round: each fault has its own sentence, and nothing is added', async () => {
    const before = await host.database.owner.selectFrom('lz.round').select('id').execute();
    const { code, error } = await run('held', 'round', 'bad.json');
    expect(code).toBe(1);
    expect(error.trim().split('\n')).toEqual(expect.arrayContaining(['没有写最终发布（kind 为 final）的时间。', '九条岭矿区社区（620602004005）不属于任何生活圈，答了也不会计入任何结果。']));
    expect(await host.database.owner.selectFrom('lz.round').select('id').execute()).toEqual(before);
  });

  test('import: a bad row is told with its line, and nothing else happens', async () => {
    const { code, error } = await run('held', 'import', 'outlets', 'bad.csv');
    expect(code).toBe(1);
    expect(error).toContain('第 2 行「业态」：没有「早点铺」这个业态');
  });
});

test('without a server the tool opens the database itself and leaves no lock behind', async () => {
  expect(await run('free', 'invite', '--role', 'district')).toMatchObject({ code: 0, error: '', out: expect.stringContaining('身份：  区商务局专班\n') as string });
  expect(readdirSync(join(folder, 'free'))).toEqual(['database']);
});

test.each([
  ['another tool that works on the folder', 0, '另一个命令正在使用'],
  ['a server that does not answer', 9, '没有应答'],
])('%s: told in one sentence', async (_, port, sentence) => {
  hold('busy', port);
  const { code, error } = await run('busy', 'invite', '--role', 'district');
  expect(code).toBe(1);
  expect(error).toContain(sentence);
});

test('a tool used wrongly says how to use it', async () => {
  const { code, error } = await run('free', 'import', 'shops', 'list.csv');
  expect({ code, error }).toEqual({ code: 1, error: expect.stringMatching(/^用法：npm run import -- outlets 文件.xlsx/) as string });
  expect(await run('free', 'import', 'outlets', 'list.csv', '--version', '1')).toMatchObject({ code: 1, error: expect.stringMatching(/^用法：/) as string });
});

describe('migrate', () => {
  test('without DATABASE_URL it says what is missing, and makes nothing', async () => {
    const { code, error } = await run('unmade', 'migrate');
    expect(code).toBe(1);
    expect(error).toContain('请用 DATABASE_URL 指定 PostgreSQL');
    expect(readdirSync(folder)).not.toContain('unmade');
  });

  test('--logins prints a statement for each role, with a place for the password and none of its own', async () => {
    const { code, out } = await run('unmade', 'migrate', '--logins');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.startsWith('alter'))).toEqual(['survey', 'outlet', 'desk', 'clock', 'export', 'voice'].map((name) => `alter role lz_${name} with login password '请换成随机口令';`));
  });

  (onPostgres ? test : test.skip)('on a server it makes tables, rules and places, and a second time finds nothing to do', async () => {
    const { url, close } = await openTestDatabase();
    try {
      expect(await runWith({ DATABASE_URL: url! }, 'unmade', 'migrate')).toMatchObject({ code: 0, error: '', out: expect.stringMatching(/数据库已更新：0001_first[^]*新载入的规则：[^]*街道 7 个，社区 32 个，生活圈 8 个/) as string });
      expect(await runWith({ DATABASE_URL: url! }, 'unmade', 'migrate')).toMatchObject({ code: 0, out: expect.stringMatching(/已是最新[^]*规则没有新版本/) as string });
    } finally {
      await close();
    }
  });
});

describe('arguments', () => {
  const read = (...args: string[]) => readArguments(args, { values: ['role'], flags: ['replace'] }, 'npm run x');
  test('words, values with a space or =, and flags in any order', () => {
    expect(read('a', '--role', 'district', '--replace', 'b')).toEqual({ words: ['a', 'b'], given: new Map([['role', 'district'], ['replace', 'yes']]) });
    expect(read('--role=district').given.get('role')).toBe('district');
  });
  test.each([[['--role']], [['--role', '--replace']], [['--rule', 'x']], [['--replace=no']]])('%j is refused with how to use it', (args) => {
    expect(() => read(...args)).toThrow('用法：npm run x');
  });
});

describe('the keys of residents’ texts', () => {
  const lines = (out: string) => Object.fromEntries([...out.matchAll(/^ {2}(LZ_\w+)=([0-9a-f]{64})$/gm)].map(([, name, value]) => [name!, value!]));

  test('are made anew where none is given, and nothing is written down', async () => {
    const [one, two] = [await run('fresh-keys', 'remarkKeys'), await run('fresh-keys', 'remarkKeys')];
    expect([one.code, one.error]).toEqual([0, '']);
    expect(Object.keys(lines(one.out))).toEqual(['LZ_REMARK_KEY', 'LZ_REMARK_PUBLIC_KEY', 'LZ_REMARK_DESK_KEY']);
    expect(lines(one.out)).not.toEqual(lines(two.out));
    expect(readdirSync(folder)).not.toContain('fresh-keys');
  });

  test('follow from a given one; one that is no key is refused in a sentence', async () => {
    const { out } = await run('fresh-keys', 'remarkKeys');
    const again = await runWith({ LZ_REMARK_KEY: lines(out).LZ_REMARK_KEY! }, 'fresh-keys', 'remarkKeys');
    expect(lines(again.out)).toEqual(lines(out));
    expect(await runWith({ LZ_REMARK_KEY: 'short' }, 'fresh-keys', 'remarkKeys')).toMatchObject({ code: 1, error: expect.stringContaining('LZ_REMARK_KEY 读不懂') as string });
  });
});
