/**
 * `npm run remark-keys`: the keys of what residents write, one line for each function of a deployment to CloudBase. Made from
 * LZ_REMARK_KEY where it is given, else from a new one. Nothing is written to a file.
 */
import { randomBytes } from 'node:crypto';
import { hex } from '../../domain/leaf';
import { remarkKeyLength, remarkKeysFrom } from '../../cloudfunctions/runtime/remarkBox';
import { StartError } from '../config';
import { readRemarkKey } from '../remarkKey';
import { readArguments, runTool, say } from './tool';

const usage = 'npm run remark-keys，或 LZ_REMARK_KEY=… npm run remark-keys';

runTool(async () => {
  if (readArguments(process.argv.slice(2), {}, usage).words.length > 0) throw new StartError(`用法：${usage}`);
  const given = process.env.LZ_REMARK_KEY;
  const key = given === undefined ? randomBytes(remarkKeyLength) : readRemarkKey(given, 'LZ_REMARK_KEY');
  const { publicKey, deskKey } = remarkKeysFrom(key);
  say(given === undefined ? '居民留言的密钥，新生成的：' : '居民留言的密钥，由给定的 LZ_REMARK_KEY 算出：');
  say(`  LZ_REMARK_KEY=${hex(key)}`);
  say(`  LZ_REMARK_PUBLIC_KEY=${hex(publicKey)}`);
  say(`  LZ_REMARK_DESK_KEY=${hex(deskKey)}`);
  say('自己的服务器只要第一行。云函数：第一行只给 clock，第二行只给 survey，第三行只给 desk。');
  say('请把第一行存进密码管理。丢了它，封存着的留言谁也打不开；泄露了，拿到数据库的人就能读留言。');
  return true;
});
