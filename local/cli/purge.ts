/** `npm run purge -- --round R`: empties the answers of a round whose time has come. It can't be undone. */
import { readConfig, StartError } from '../config';
import { inFull } from '../rounds/inFull';
import { runCommand } from './connect';
import { readArguments, runTool, say } from './tool';

const usage = 'npm run purge -- --round 轮次编号 [--now --reason "提前的原因"] [--differing --reason "审计不一致仍要清空的原因"]';
const longestReason = 200;

runTool(async () => {
  const { words, given } = readArguments(process.argv.slice(2), { values: ['round', 'reason'], flags: ['now', 'differing'] }, usage);
  const round = given.get('round');
  if (round === undefined || words.length > 0) throw new StartError(`用法：${usage}`);
  const reason = given.get('reason')?.trim() ?? '';
  if (reason.length > longestReason) throw new StartError(`原因太长，最多 ${longestReason} 个字。`);
  const { done, entry, seal } = await runCommand(readConfig([], process.env), 'purge', { round, early: given.has('now'), differing: given.has('differing'), reason: reason === '' ? null : reason });
  say(`${done ? '已清空' : `这一轮在 ${inFull(entry.at)} 已经清空过，这次没有改动`}：${entry.answers} 份答卷的内容，${entry.remarks} 条留言。`);
  say('公布的结果、份数、名单和封存都留着；npm run audit 仍然能查，会说明哪些不能再查。');
  say('最后一道封存（含清空的记录和每次公布的哈希），请另外公布一份：');
  say(`  ${JSON.stringify({ round: entry.round, size: seal.size, root: seal.root })}`);
  say('旧的备份和数据库的日志（WAL）里还有原来的内容：请删掉清空以前的备份。用旧备份恢复以后，要再清空一次。');
  return true;
});
