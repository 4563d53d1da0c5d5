/** `npm run invite -- --role district`: a one-time invite for an officer. The first officer of all comes in this way. */
import { dateTime } from '../../domain/calendar';
import { readConfig, StartError } from '../config';
import { runCommand } from './connect';
import { readArguments, runTool, say } from './tool';

const usage = 'npm run invite -- --role district，或 npm run invite -- --role street --street 东大街街道，或 npm run invite -- --role oversight';

runTool(async () => {
  const { words, given } = readArguments(process.argv.slice(2), { values: ['role', 'street'] }, usage);
  const role = given.get('role');
  const street = given.get('street') ?? null;
  if (words.length > 0 || (role !== 'district' && role !== 'street' && role !== 'oversight')) throw new StartError(`用法：${usage}`);
  if (role === 'district' && street !== null) throw new StartError('区商务局专班（district）的邀请不分街道，请去掉 --street。');
  if (role === 'oversight' && street !== null) throw new StartError('上级监督单位（oversight）的邀请不分街道，请去掉 --street。');
  const { code, link, expiresAt } = await runCommand(readConfig([], process.env), 'invite', { role, street });
  say(`邀请码：${code}`);
  say(`链接：  ${link}`);
  say(`身份：  ${role === 'oversight' ? '上级监督单位（看「有人要求我怎么填」的反映），不能是区里和街道的人' : role === 'district' ? '区商务局专班' : `街道专干，${street}`}`);
  say(`有效期至 ${dateTime(expiresAt)}（北京时间），只能用一次。请只发给本人。`);
  return true;
});
