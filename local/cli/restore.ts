/** `npm run restore -- FILE`: puts a backup back, with the server stopped. */
import { resolve } from 'node:path';
import { dateTime } from '../../domain/calendar';
import { restore } from '../backup/restore';
import { StartError } from '../config';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run restore -- 备份文件夹的名字 [--replace]';

runTool(async () => {
  const { words: [name, ...more], given } = readArguments(process.argv.slice(2), { flags: ['replace'] }, usage);
  if (name === undefined || more.length > 0) throw new StartError(`用法：${usage}`);
  // not readConfig: it would make a secret where there is none, and the secret comes from the backup
  const { manifest, counts, photos, aside } = await restore({
    folder: typedPath(name), dataFolder: resolve(process.env.LZ_DATA ?? '.data'), databaseUrl: process.env.DATABASE_URL ?? null,
    givenSecret: process.env.LZ_SECRET ?? null, givenRemarkKey: process.env.LZ_REMARK_KEY ?? null, replace: given.has('replace'),
  }, new Date());
  say(`已恢复 ${dateTime(manifest.at)}（北京时间）的备份：${counts.answered} 人次参与问卷，${counts.outlets} 个网点，${counts.registrations} 条登记，${photos} 张照片。密钥也已恢复，回执和登录照旧有效。`);
  if (!manifest.files.some(({ name }) => name === 'remark-key')) say('备份里没有居民留言的密钥（LZ_REMARK_KEY）。启动时用当时的那一把，封存着的留言才打得开。');
  if (aside.length > 0) say(`原有的数据没有删除，现在是：${aside.join('、')}。确认无误后可自行删除。`);
  return true;
});
