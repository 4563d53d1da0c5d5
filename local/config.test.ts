import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig, StartError } from './config';
import { ownRemarkKey, remarkKeyFile, remarkKeyIn } from './remarkKey';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-config-'));
  writeFileSync(join(folder, 'file'), 'not a folder');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the first start makes a secret in the data folder, the next ones keep it', () => {
  const data = join(folder, 'new', 'data');
  const { secret } = readConfig([], { LZ_DATA: data });
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(readConfig([], { LZ_DATA: data }).secret).toBe(secret);
  expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(secret);
});

test('LZ_OVERSIGHT names who is above the district; the demonstration names one of its own, production nobody', () => {
  const env = { LZ_DATA: join(folder, 'new', 'data') };
  const production = { ...env, NODE_ENV: 'production', DATABASE_URL: 'postgres://x', LZ_SECRET: 'a secret for tests alone, long enough', LZ_REMARK_KEY: 'ab'.repeat(32), LZ_PUBLIC_URL: 'https://x', LZ_HOTLINE: '12345' } as const;
  expect(readConfig([], { ...production, LZ_OVERSIGHT: '武威市商务局 0935-1234567' }).oversight).toEqual({ name: '武威市商务局', phone: '0935-1234567' });
  expect([readConfig([], production).oversight, readConfig([], env).oversight?.name]).toEqual([null, '上级监督单位（演示）']);
  expect(() => readConfig([], { ...env, LZ_OVERSIGHT: '武威市商务局' })).toThrow(/^LZ_OVERSIGHT 读不懂/);
});

test('the key of residents’ texts: production wants it given, the demonstration makes one, and no tool makes any', () => {
  const data = join(folder, 'new', 'data');
  const production = { LZ_DATA: data, NODE_ENV: 'production', DATABASE_URL: 'postgres://x', LZ_SECRET: 'a secret for tests alone, long enough', LZ_PUBLIC_URL: 'https://x', LZ_HOTLINE: '12345' };
  expect(() => readConfig([], production)).toThrow('还缺环境变量：LZ_REMARK_KEY');
  expect(remarkKeyIn(data, undefined)).toBeNull();
  expect(existsSync(remarkKeyFile(data))).toBe(false);
  const made = ownRemarkKey(data);
  expect(made).toHaveLength(32);
  expect([ownRemarkKey(data), remarkKeyIn(data, undefined)]).toEqual([made, made]);
  expect(statSync(remarkKeyFile(data)).mode & 0o077).toBe(0);
  expect(remarkKeyIn(data, 'ab'.repeat(32))).toEqual(Buffer.alloc(32, 0xab));
  expect(() => remarkKeyIn(data, 'short')).toThrow('LZ_REMARK_KEY 读不懂');
});

/** `npm start` or a tool, as the person at the terminal meets it. */
const start = (program: string, env: Record<string, string>, ...args: string[]) =>
  new Promise<{ code: number; out: string; error: string }>((done) => {
    execFile(process.execPath, ['--import', 'tsx', program, ...args], { cwd: resolve(__dirname, '..'), env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } },
      (error, out, complaint) => done({ code: error ? Number(error.code) : 0, out, error: complaint }));
  });

const withSecret = { LZ_SECRET: 'a secret for tests alone, long enough' };
describe.each([
  ['a file', () => join(folder, 'file'), '是一个文件'],
  ['a folder inside a file', () => join(folder, 'file', 'data'), '是一个文件'],
  ['a place where nobody may write', () => '/proc/x', '多半是没有权限'],
])('LZ_DATA that is %s', (_, data, sentence) => {
  test('is a StartError when the secret is to be kept there', () => {
    expect(() => readConfig([], { LZ_DATA: data() })).toThrow(StartError);
    expect(() => readConfig([], { LZ_DATA: data() })).toThrow(sentence);
  });

  test.each([
    ['npm start', 'local/main.ts', {}, []],
    ['npm start with a secret', 'local/main.ts', withSecret, []],
    ['a tool', 'local/cli/invite.ts', withSecret, ['--role', 'district']],
  ])('ends %s with one sentence and code 1', async (_program, program, env, args) => {
    const { code, out, error } = await start(program, { ...env, LZ_DATA: data() }, ...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect(error).not.toMatch(/Error|\.ts\b/);
  }, 60_000);
});

test('nothing is made where the folder can not be used', () => {
  expect(existsSync('/proc/x')).toBe(false);
});
