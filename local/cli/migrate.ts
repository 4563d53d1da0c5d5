/**
 * `npm run migrate`: brings the PostgreSQL of DATABASE_URL up to this version, with rules and places. A server of
 * one's own does this at every start; cloud functions never do, so a deployment to CloudBase begins here.
 */
import type { Handle } from '../../database/handle';
import { StartError } from '../config';
import { openConfigured } from '../openDatabase';
import { prepareDatabase } from '../prepare';
import { loginStatements } from './logins';
import { readArguments, runTool, say } from './tool';

const usage = 'DATABASE_URL=postgres://… npm run migrate，或 npm run migrate -- --logins';

runTool(async () => {
  const { words, given } = readArguments(process.argv.slice(2), { flags: ['logins'] }, usage);
  if (words.length > 0) throw new StartError(`用法：${usage}`);
  if (given.has('logins')) {
    loginStatements().forEach(say);
    return true;
  }
  // not readConfig: no secret and no address is needed to make tables, and none should be made here
  const databaseUrl = process.env.DATABASE_URL ?? null;
  if (databaseUrl === null) throw new StartError(`请用 DATABASE_URL 指定 PostgreSQL。内置数据库不用这一步，npm start 会自己更新。用法：${usage}`);
  const database = await openConfigured({ databaseUrl, dataFolder: '', fresh: false });
  try {
    const { migrations, rules } = await prepareDatabase(database);
    say(migrations.length > 0 ? `数据库已更新：${migrations.join('、')}` : '数据库已是最新，没有要更新的。');
    say(rules.length > 0 ? `新载入的规则：${rules.map(({ title, version }) => `${title}（版本 ${version}）`).join('、')}` : '规则没有新版本。');
    const { streets, communities, circles } = await countPlaces(database.owner);
    say(`街道 ${streets} 个，社区 ${communities} 个，生活圈 ${circles} 个。`);
    say('云函数要用各自的角色登录：npm run migrate -- --logins 会列出管理员要执行的语句。');
    return true;
  } finally {
    await database.close();
  }
});

const countPlaces = async (owner: Handle) => {
  const count = async (table: 'lz.street' | 'lz.community' | 'lz.circle') =>
    (await owner.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  return { streets: await count('lz.street'), communities: await count('lz.community'), circles: await count('lz.circle') };
};
