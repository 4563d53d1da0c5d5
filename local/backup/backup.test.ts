import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../database/handle';
import { questionnaireA } from '../../rules';
import { readPhoto } from '../../domain/photo';
import { remarkOpener } from '../../cloudfunctions/runtime/remarkBox';
import { ruleHash } from '../../database/seed';
import { demoAnswers } from '../demo/answers';
import { chanceFrom } from '../demo/random';
import { addRound, demoRounds } from '../demo/rounds';
import { filesFolder } from '../files';
import { openHost, type Host } from '../host';
import { openConfigured } from '../openDatabase';
import { ownRemarkKey, remarkKeyFile, remarkKeyIn } from '../remarkKey';
import { keysFolder, roundKeysIn } from '../roundKeys';
import { base64, photoFile } from '../../test/support/photos';
import { onPostgres, openTestDatabase, type TestDatabase } from '../../test/support/testDatabase';
import { contractVersion } from '../../types/contract/version';
import { backup } from './backup';
import { restore } from './restore';

jest.setTimeout(120_000);

const now = new Date('2026-03-01T02:00:00Z');
const community = '620602001001';
const submissionId = randomUUID();
const registrationId = randomUUID();
const secret = randomBytes(32).toString('base64url');
const resident = 'h5:a-resident';
const cobbler = 'h5:a-cobbler';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'lz-backup-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hostOn = (database: Database, withSecret: string, dataFolder: string): Promise<Host> =>
  openHost({ database, secret: withSecret, roundKeys: roundKeysIn(keysFolder(dataFolder), undefined), remarkKey: remarkKeyIn(dataFolder, undefined), filesFolder: filesFolder(dataFolder), settings: { hotline: '12345', publicUrl: 'http://test', demo: true }, now: () => now });

const call = async (host: Host, name: 'survey' | 'outlet', action: string, identity: string, data: unknown) => {
  const reply = await host.handlers[name]({ action, v: contractVersion, data }, identity);
  if (!reply.ok) throw new Error(`${name}.${action}: ${reply.error.code} ${reply.error.field ?? ''}`);
  return reply.data as Record<string, unknown>;
};
const round = demoRounds(now)[1];
const answer = {
  submissionId, round: round.id, ticket: null, questionnaireHash: ruleHash(questionnaireA), community, answers: { ...demoAnswers(chanceFrom(1), questionnaireA, { source: 'open' }, community, 0.9), A18: '想要一个修鞋摊' }, seconds: 120,
};
const photoId = randomUUID();
const registration = {
  id: registrationId, revision: 1, outlet: null,
  draft: {
    name: '街口修鞋摊', format: 'repair', services: ['shoe-repair'], community, point: { lng: 102.64, lat: 37.93 }, address: '东巷2号', phone: null, hours: null,
    creditCode: null, unlicensedReason: '流动摊位', facts: { cash: 'yes', stepFree: 'yes', seats: 'unknown', staffed: 'yes' }, photos: [{ id: photoId, purpose: 'front' }],
  },
};
/** A resident answers, a cobbler registers with a photo. */
const lived = async (host: Host): Promise<string> => {
  await addRound(host, round);
  const { receipt } = await call(host, 'survey', 'submit', resident, answer);
  await call(host, 'outlet', 'addPhoto', cobbler, { id: photoId, purpose: 'front', data: base64(photoFile('small.jpg')) });
  await call(host, 'outlet', 'register', cobbler, registration);
  return receipt as string;
};
/** The receipt is known, the same answer gets it again and nobody answers twice, the cobbler finds his registration and its photo. */
const expectAllThere = async (host: Host, receipt: string) => {
  expect(await call(host, 'survey', 'check', 'h5:anyone', { receipt })).toMatchObject({ state: 'received' });
  expect(await call(host, 'survey', 'submit', resident, answer)).toMatchObject({ receipt });
  await expect(call(host, 'survey', 'submit', resident, { ...answer, submissionId: randomUUID() })).rejects.toThrow('already_answered');
  expect((await call(host, 'outlet', 'mine', cobbler, {})).registrations).toMatchObject([{ id: registrationId, state: 'pending', draft: { name: '街口修鞋摊' } }]);
  const [photo] = (await call(host, 'outlet', 'photos', cobbler, { ids: [photoId] })).photos as { link: string }[];
  const link = new URL(photo!.link, 'http://test');
  const opened = await host.files!.open(link.pathname.split('/').pop()!, link.searchParams.get('until')!, link.searchParams.get('mac')!, now);
  expect(readPhoto(opened!.bytes)).toMatchObject({ ok: true, photo: { width: 64, height: 48 } });
};
/** What the resident wrote, as the key of this data folder opens it. */
const writtenIn = async (database: Database, dataFolder: string) => {
  const { rows } = await sql<{ remark: string }>`select remark from lz.response_inbox`.execute(database.owner);
  const key = remarkKeyIn(dataFolder, undefined);
  return key && remarkOpener(key).open(round.id, rows[0]!.remark)?.text;
};
const savedSecret = (dataFolder: string) => readFileSync(join(dataFolder, 'secret'), 'utf8');

describe('backup and restore of the embedded database', () => {
  const made = () => join(folder, 'backup');
  let receipt = '';
  const restoreTo = (dataFolder: string, more: Partial<Parameters<typeof restore>[0]> = {}) =>
    restore({ folder: made(), dataFolder, databaseUrl: null, givenSecret: null, replace: false, ...more }, now);

  beforeAll(async () => {
    const database = await openConfigured({ databaseUrl: null, dataFolder: join(folder, 'data'), fresh: false });
    ownRemarkKey(join(folder, 'data'));
    const host = await hostOn(database, secret, join(folder, 'data'));
    receipt = await lived(host);
    await backup(host, { folder: made(), secret, databaseUrl: null }, now);
    // the backup does not know what comes after it
    await database.owner.deleteFrom('lz.registration').execute();
    await expect(backup(host, { folder: made(), secret, databaseUrl: null }, now)).rejects.toThrow('已经存在');
    await expect(backup(host, { folder: `${made()}-2`, secret: `${secret}x`, databaseUrl: null }, now)).rejects.toThrow('密钥');
    await database.close();
  });

  test('a restored system knows the receipt, the resident and the registration', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const { counts, photos, aside } = await restoreTo(elsewhere);
    expect({ counts, photos, aside }).toEqual({ counts: { answered: 1, outlets: 0, registrations: 1 }, photos: 1, aside: [] });
    const database = await openConfigured({ databaseUrl: null, dataFolder: elsewhere, fresh: false });
    await expectAllThere(await hostOn(database, savedSecret(elsewhere), elsewhere), receipt);
    expect(await writtenIn(database, elsewhere)).toBe('想要一个修鞋摊');
    // with another key in its place nothing opens
    rmSync(remarkKeyFile(elsewhere));
    ownRemarkKey(elsewhere);
    expect(await writtenIn(database, elsewhere)).toBeUndefined();
    await database.close();
  });

  test('without the key of its round a restored system takes no answer, rather than take one twice', async () => {
    const elsewhere = join(folder, 'without-key');
    await restoreTo(elsewhere);
    rmSync(keysFolder(elsewhere), { recursive: true });
    const database = await openConfigured({ databaseUrl: null, dataFolder: elsewhere, fresh: false });
    const host = await hostOn(database, savedSecret(elsewhere), elsewhere);
    await expect(call(host, 'survey', 'submit', 'h5:another', { ...answer, submissionId: randomUUID() })).rejects.toThrow('round_paused');
    // nor with another key in its place
    await host.roundKeys.make(round.id);
    await expect(call(await hostOn(database, savedSecret(elsewhere), elsewhere), 'survey', 'submit', resident, { ...answer, submissionId: randomUUID() })).rejects.toThrow('round_paused');
    await database.close();
  });

  test('only its owner can read it', () => {
    expect(statSync(made()).mode & 0o077).toBe(0);
    expect(readdirSync(made()).map((name) => statSync(join(made(), name)).mode & 0o077)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(readdirSync(join(made(), 'photos')).map((name) => statSync(join(made(), 'photos', name)).mode & 0o077)).toEqual([0]);
  });

  test('what is there is not replaced unless asked for, and then kept beside', async () => {
    const target = join(folder, 'data');
    writeFileSync(join(target, 'secret'), 'another secret');
    writeFileSync(remarkKeyFile(target), 'ab'.repeat(32));
    writeFileSync(join(filesFolder(target), `${randomUUID()}.jpg`), 'a photo of later');
    await expect(restoreTo(target)).rejects.toThrow('--replace');
    expect(savedSecret(target)).toBe('another secret');
    const { aside } = await restoreTo(target, { replace: true });
    expect(aside).toEqual([join(target, 'database.before-20260301020000'), join(target, 'files.before-20260301020000'), join(target, 'secret.before-20260301020000'), `${remarkKeyFile(target)}.before-20260301020000`]);
    expect(aside.every((path) => existsSync(path))).toBe(true);
    expect(savedSecret(target)).toBe(secret);
    expect(readFileSync(remarkKeyFile(target), 'utf8')).not.toBe('ab'.repeat(32));
    expect(existsSync(join(target, 'lock.json'))).toBe(false);
  });

  test('a server that runs is left alone', async () => {
    const target = join(folder, 'running');
    mkdirSync(target);
    // any living process but our own will do for the owner
    writeFileSync(join(target, 'lock.json'), JSON.stringify({ pid: process.ppid, port: 1, key: 'k' }));
    await expect(restoreTo(target)).rejects.toThrow('停止服务器');
    expect(readdirSync(target)).toEqual(['lock.json']);
  });

  test.each([
    ['another secret in the environment', { givenSecret: 'x'.repeat(40) }, 'LZ_SECRET'],
    ['another key of texts in the environment', { givenRemarkKey: 'ab'.repeat(32) }, 'LZ_REMARK_KEY'],
    ['a server instead of a folder', { databaseUrl: 'postgres://127.0.0.1/none' }, '内置数据库'],
    ['a folder that is no backup', { folder: tmpdir() }, '不是一份备份'],
  ])('%s is refused before anything is touched', async (_, more, sentence) => {
    await expect(restoreTo(join(folder, 'untouched'), more)).rejects.toThrow(sentence);
    expect(existsSync(join(folder, 'untouched'))).toBe(false);
  });

  test('a backup that was damaged or comes from a newer version is refused', async () => {
    const list = join(made(), 'manifest.json');
    const text = readFileSync(list, 'utf8');
    writeFileSync(list, text.replace('0001_first', '9999_later'));
    await expect(restoreTo(join(folder, 'untouched'))).rejects.toThrow('更新的版本');
    writeFileSync(list, text);
    const [photo] = readdirSync(join(made(), 'photos'));
    const whole = readFileSync(join(made(), 'photos', photo!));
    writeFileSync(join(made(), 'photos', photo!), whole.subarray(1));
    await expect(restoreTo(join(folder, 'untouched'))).rejects.toThrow(`照片 ${photo!} 与清单里的校验值不符`);
    rmSync(join(made(), 'photos', photo!));
    await expect(restoreTo(join(folder, 'untouched'))).rejects.toThrow(`缺照片 ${photo!}`);
    writeFileSync(join(made(), 'photos', photo!), whole);
    appendFileSync(join(made(), 'database.tar.gz'), 'x');
    await expect(restoreTo(join(folder, 'untouched'))).rejects.toThrow('已损坏');
    expect(existsSync(join(folder, 'untouched'))).toBe(false);
  });
});

(onPostgres ? describe : describe.skip)('backup and restore of a PostgreSQL server', () => {
  let from: TestDatabase;
  let to: TestDatabase;
  beforeAll(async () => { [from, to] = [await openTestDatabase(), await openTestDatabase()]; });
  afterAll(async () => { await Promise.all([from.close(), to.close()]); });

  test('a restored database knows the receipt, the resident and the registration; roles keep their rights', async () => {
    const made = join(folder, 'backup-postgres');
    ownRemarkKey(join(folder, 'data-from'));
    const host = await hostOn(from.database, secret, join(folder, 'data-from'));
    const receipt = await lived(host);
    await backup(host, { folder: made, secret, databaseUrl: from.url }, now);

    const into = ({ url }: TestDatabase, replace = false) => restore({ folder: made, dataFolder: join(folder, 'data-postgres'), databaseUrl: url, givenSecret: null, replace }, now);
    await expect(into(from, true)).rejects.toThrow('正在使用');
    expect((await into(to)).counts).toEqual({ answered: 1, outlets: 0, registrations: 1 });
    await expect(into(to)).rejects.toThrow('--replace');

    const restored = await openConfigured({ databaseUrl: to.url, dataFolder: '', fresh: false });
    await expectAllThere(await hostOn(restored, savedSecret(join(folder, 'data-postgres')), join(folder, 'data-postgres')), receipt);
    await expect(restored.as('desk').read((db) => db.selectFrom('lz.response').selectAll().execute())).rejects.toThrow('permission denied');
    await restored.close();

    expect((await into(to, true)).aside).toEqual(['schema lz_before_20260301020000']);
  });
});
