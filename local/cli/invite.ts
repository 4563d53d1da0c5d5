/** `npm run invite -- --role district`: a one-time invite for an officer. The first officer of all comes in this way. */
import { dateTime } from '../../domain/calendar';
import { readConfig, StartError } from '../config';
import type { Role } from '../../types/contract/shared';
import { runCommand } from './connect';
import { placeOption } from './placeOption';
import { readArguments, runTool, say } from './tool';

const roles: Readonly<Record<Role, string>> = {
  administrator: '系统管理员（发邀请码、结束身份、看操作记录，看不到居民和网点的内容）', district: '区商务局专班', department: '部门人员', street: '街道专干', community: '社区工作人员',
  oversight: '上级监督单位（看「有人要求我怎么填」的反映），不能是区里和街道的人',
};
const usage = 'npm run invite -- --role district（或 administrator、oversight），或 --role street --street 东大街街道，或 --role community --community 南苑社区，或 --role department --department 区住建局';

runTool(async () => {
  const { words, given } = readArguments(process.argv.slice(2), { values: ['role', ...Object.values(placeOption)] }, usage);
  const role = given.get('role') as Role;
  if (words.length > 0 || !Object.hasOwn(roles, role)) throw new StartError(`用法：${usage}`);
  const option = placeOption[role];
  const surplus = Object.values(placeOption).find((other) => other !== option && given.has(other));
  if (surplus !== undefined) throw new StartError(`${roles[role].replace(/（.*/, '')}（${role}）的邀请不用 --${surplus}，请去掉。`);
  const place = option === undefined ? null : given.get(option) ?? null;
  const { code, link, expiresAt } = await runCommand(readConfig([], process.env), 'invite', { role, place });
  say(`邀请码：${code}`);
  say(`链接：  ${link}`);
  say(`身份：  ${roles[role]}${place === null ? '' : `，${place}`}`);
  say(`有效期至 ${dateTime(expiresAt)}（北京时间），只能用一次。请只发给本人。`);
  return true;
});
