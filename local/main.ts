/** `npm start`, after everything is installed and built: database, rules, demonstration, server. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { MigrationError } from '../database/migrate';
import { RuleChanged } from '../database/seed';
import { commandsOf } from './commands';
import { readConfig, StartError } from './config';
import { cast } from './demo/cast';
import { codesBy, demoLetters } from './demo/letters';
import { runningDemoRound } from './demo/rounds';
import { seedDemo } from './demo/seed';
import { filesFolder } from './files';
import { openHost, type Host } from './host';
import { takeLock } from './lock';
import { openConfigured } from './openDatabase';
import { ownRemarkKey, remarkKeyIn } from './remarkKey';
import { keysFolder, roundKeysIn } from './roundKeys';
import { createServer } from './server';
import { createSessions } from './sessions';
import { startClock } from './timers';
import { welcomeText } from './welcome';

const say = (line: string) => console.log(line);
const now = () => new Date();
/** A step of a file may take a while, but nobody waits for ever. */
const longestStopMs = 45_000;

const run = async () => {
  const config = readConfig(process.argv.slice(2), process.env);
  const lock = takeLock(config.dataFolder, config.port);
  process.on('exit', lock.release);

  const remarkKey = remarkKeyIn(config.dataFolder, process.env.LZ_REMARK_KEY) ?? ownRemarkKey(config.dataFolder);

  const database = await openConfigured(config);
  let newDatabase = false;
  const host = await openHost({
    database, secret: config.secret, roundKeys: roundKeysIn(keysFolder(config.dataFolder), process.env.LZ_ROUND_KEYS), remarkKey, filesFolder: filesFolder(config.dataFolder), settings: { hotline: config.hotline, oversight: config.oversight, publicUrl: config.publicUrl, demo: config.demo },
    checkReplies: config.demo, log: (entry) => { if (entry.cause) console.error(JSON.stringify(entry)); },
  }, (names) => {
    newDatabase = names.includes('0001_first');
    if (names.length > 0) say(`数据库已更新：${names.join('、')}`);
  });
  if (config.demo) await seedDemo(host, now(), config.demoOutlets, newDatabase, say);

  const tokens = config.demo ? cast.map((member) => ({ member, token: randomBytes(12).toString('base64url') })) : [];
  const server = createServer({
    handlers: host.handlers,
    sessions: createSessions(host.secrets, new Map(tokens.map(({ member, token }) => [token, member.name]))),
    ping: async () => { await sql`select 1`.execute(database.owner); },
    control: { key: lock.key, commands: commandsOf(host) },
    files: host.files && { store: host.files, now },
    h5Folder: fileURLToPath(new URL('../dist/h5', import.meta.url)),
  });
  await server.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new StartError(`端口 ${config.port} 已被占用。请关掉占用它的程序，或换一个端口：PORT=10087 npm start。`);
    if (error.code === 'EACCES') throw new StartError(`没有权限使用端口 ${config.port}。请换一个 1024 以上的端口。`);
    throw error;
  });
  const clock = startClock(host, now, say);
  let stoppingSince: number | null = null;
  const stop = async () => {
    if (stoppingSince !== null) {
      // whoever can't wait may: a process that is killed loses nothing that was answered. One Ctrl-C may come twice, by the terminal and by npm
      if (performance.now() - stoppingSince > 1000) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    say('正在停止……（再按一次 Ctrl-C 立刻停）');
    setTimeout(() => { say('有一件事一直没做完，已经强制停下。写好的不会丢。'); process.exit(1); }, longestStopMs).unref();
    await server.close();
    await clock.stop();
    await database.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  const posters = config.demo ? await postersOf(host) : new Map<string, { community: string; scene: string }>();
  say(welcomeText({
    url: config.publicUrl, lan: config.host !== '127.0.0.1', embedded: database.kind === 'pglite', poster: [...posters.values()][0] ?? null, letter: config.demo ? await letterOf(host) : null,
    cast: tokens.map(({ member, token }) => ({ member, token, scene: posters.get(member.community)?.scene ?? null })),
  }));
};

/** The last letter of the running demonstration round to the cast's first community. */
const letterOf = async ({ database: { owner } }: Host) => {
  const { community } = cast[0]!;
  const round = await owner.selectFrom('lz.round').select(['id', 'definition']).where('id', '=', runningDemoRound).executeTakeFirst();
  const place = await owner.selectFrom('lz.community').select('name').where('code', '=', community).executeTakeFirst();
  const code = round?.definition?.sample && codesBy(demoLetters(round.definition)).get(community)?.at(-1);
  return place && code ? { community: place.name, code } : null;
};

/** Community → name and scene of its poster. */
const postersOf = async ({ database: { owner } }: Host) => {
  const rows = await owner.selectFrom('lz.poster as p').innerJoin('lz.community as c', 'c.code', 'p.community_code').select(['c.code', 'c.name', 'p.scene'])
    .where('p.revoked_at', 'is', null).orderBy('c.code').execute();
  return new Map(rows.map(({ code, name, scene }) => [code, { community: name, scene }]));
};

run().catch((error: Error) => {
  const known = error instanceof StartError;
  if (known) console.error(error.message);
  else if (error instanceof MigrationError) console.error(`数据库无法更新：${error.message}。请用原来的版本启动，或从备份恢复。`);
  else if (error instanceof RuleChanged) console.error(`规则文件有误：${error.message}`);
  else console.error('启动失败。', error);
  process.exit(1);
});
