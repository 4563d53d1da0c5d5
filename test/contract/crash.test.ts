/** The server as a process: started, killed in the middle, started again; and how it says that it can't start. */
import { createServer } from 'node:net';
import { writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { questionnaireA } from '../../rules';
import { ruleHash } from '../../database/seed';
import { makeServerDatabase, type ServerDatabase } from '../support/serverDatabase';
import { freePort, startServer, temporaryFolder, visitor } from '../support/serverProcess';
import { nanyuan, newId, valueOf, wholeAnswers } from '../support/world';

const folder = temporaryFolder();
let database: ServerDatabase;
beforeAll(async () => {
  database = await makeServerDatabase('crash');
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});
const started = async () => startServer({ LZ_DATA: folder.path, PORT: String(await freePort()), ...database.env });

test('kill -9 under load: every receipt that was handed out is there after the restart, once', async () => {
  const first = await started();
  expect(first.output()).toMatch(/cast=/);
  const answer = (id: string) => ({ submissionId: id, round: 'demo-running', ticket: null, questionnaireHash: ruleHash(questionnaireA), community: nanyuan, answers: wholeAnswers(nanyuan), seconds: 60 });
  const people = await Promise.all(Array.from({ length: 40 }, () => visitor(first.url)));
  const before = valueOf(await people[0]!.call('survey.home', { community: nanyuan })).running!.answered;
  const ids = people.map(() => newId());
  const receipts = new Map<number, string>();
  const sending = people.map(async (person, i) => {
    await new Promise((later) => setTimeout(later, i * 12));
    const reply = await person.call('survey.submit', answer(ids[i]!)).catch(() => null);
    if (reply) receipts.set(i, valueOf(reply).receipt);
  });
  await new Promise((later) => setTimeout(later, 260));
  await first.stop('SIGKILL');
  await Promise.all(sending);
  expect(receipts.size).toBeGreaterThan(0);

  const second = await started();
  try {
    const anyone = await visitor(second.url);
    for (const receipt of receipts.values()) expect(valueOf(await anyone.call('survey.check', { receipt })).state).toBe('received');
    // nobody is counted twice, and nobody who was told so is missing; those cut off may be either
    const now = valueOf(await anyone.call('survey.home', { community: nanyuan })).running!.answered;
    expect(now - before).toBeGreaterThanOrEqual(receipts.size);
    expect(now - before).toBeLessThanOrEqual(people.length);
  } finally {
    expect(await second.stop('SIGINT')).toBe(0);
  }
}, 180_000);

test('a second start on the same folder is told who holds it; a clean stop lets go', async () => {
  const first = await started();
  await expect(startServer({ LZ_DATA: folder.path, PORT: String(await freePort()), ...database.env })).rejects.toThrow(/正在被另一个程序使用/);
  expect(await first.stop('SIGTERM')).toBe(0);
  const again = await started();
  expect(await again.stop('SIGINT')).toBe(0);
}, 180_000);

test('a taken port, a wrong flag, a missing secret and an unreachable server each get one sentence', async () => {
  const port = await freePort();
  const holder = createServer().listen(port, '127.0.0.1');
  const sentence = (error: unknown) => String((error as Error).message).split('\n').filter((line) => line.trim() !== '');
  const failing = async (env: Record<string, string>, args: string[] = []) => startServer({ LZ_DATA: folder.path, ...database.env, ...env }, args).then(() => { throw new Error('it started'); }, sentence);
  expect((await failing({ PORT: String(port) })).at(-1)).toMatch(/端口 \d+ 已被占用/);
  holder.close();
  expect((await failing({ PORT: String(port) }, ['--nonsense'])).at(-1)).toMatch(/不认识的参数/);
  expect((await failing({ PORT: String(port), NODE_ENV: 'production' })).at(-1)).toMatch(/还缺环境变量/);
  const dead = await failing({ PORT: String(port), DATABASE_URL: 'postgres://nobody:secretword@127.0.0.1:9/none' });
  expect(dead.at(-1)).toMatch(/连不上 DATABASE_URL/);
  expect(dead.join()).not.toContain('secretword');
}, 180_000);

test('a broken data folder is said to be broken, and what to do', async () => {
  const broken = temporaryFolder();
  mkdirSync(join(broken.path, 'database'), { recursive: true });
  writeFileSync(join(broken.path, 'database', 'PG_VERSION'), 'rubbish');
  writeFileSync(join(broken.path, 'database', 'base'), 'rubbish');
  await expect(startServer({ LZ_DATA: broken.path, PORT: String(await freePort()) })).rejects.toThrow(/打不开，可能已损坏/);
  broken.remove();
  rmSync(broken.path, { recursive: true, force: true });
}, 120_000);
