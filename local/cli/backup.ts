/** `npm run backup -- FILE`: everything needed to go on elsewhere, in one new folder. The server may keep running. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { photosFolder } from '../backup/photos';
import { readConfig, StartError } from '../config';
import { runCommand } from './connect';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run backup -- 备份文件夹的名字';

runTool(async () => {
  const { words: [name, ...more] } = readArguments(process.argv.slice(2), {}, usage);
  if (name === undefined || more.length > 0) throw new StartError(`用法：${usage}`);
  const config = readConfig([], process.env);
  const folder = typedPath(name);
  const manifest = await runCommand(config, 'backup', { folder, secret: config.secret, databaseUrl: config.databaseUrl });
  say(`备份完成：${folder}`);
  for (const { name: file, bytes } of manifest.files) say(`  ${file}  ${bytes < 1024 ? `${bytes} 字节` : `${(bytes / 1024 / 1024).toFixed(1)} MB`}`);
  const photos = existsSync(join(folder, photosFolder)) ? readdirSync(join(folder, photosFolder)).length : 0;
  say(`  ${photosFolder}/  ${photos} 张照片`);
  say(`里面的 ${join(folder, 'secret')} 是这套系统的密钥，恢复时要用到。请把整个文件夹存在只有管理员能看到的地方。`);
  if (!manifest.files.some(({ name: file }) => file === 'remark-key')) say('里面没有居民留言的密钥：这里没有设 LZ_REMARK_KEY。请另外保管好它，没有它，恢复以后留言打不开。');
  return true;
});
