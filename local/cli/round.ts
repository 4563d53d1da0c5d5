/** `npm run round -- FILE.json`: adds a round of the questionnaire, or says everything that is wrong with it. */
import { readFile } from 'node:fs/promises';
import { readConfig, StartError } from '../config';
import { inFull } from '../rounds/inFull';
import { readRoundFile } from '../rounds/roundFile';
import { runCommand } from './connect';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run round -- 文件.json（样子见 docs/examples/round.json）';

runTool(async () => {
  const { words: [file, ...more] } = readArguments(process.argv.slice(2), {}, usage);
  if (file === undefined || more.length > 0) throw new StartError(`用法：${usage}`);
  const path = typedPath(file);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartError(error.code === 'ENOENT' ? `没有找到文件 ${path}。` : `文件 ${path} 打不开（${error.code ?? '原因不明'}）。`);
  });
  const round = readRoundFile(text);
  const output = await runCommand(readConfig([], process.env), 'round', round);
  if (output.added === null) {
    output.problems.forEach((problem) => console.error(problem));
    console.error('这一轮没有加入。请改好后再试。');
    return false;
  }
  const { communities, target, questionnaire, method, graceHours, finalAt, root } = output.added;
  say(`已加入：${round.title}（${round.id}）`);
  say(`  ${inFull(round.opensAt)} 至 ${inFull(round.closesAt)}（北京时间），${communities} 个社区，每个社区目标 ${target} 份。`);
  say(`  问卷：${questionnaire}。算法：${method}。`);
  say(`  结束前开始填的，再收 ${graceHours} 小时。最终结果最早 ${inFull(finalAt)} 公布。`);
  if (round.source === 'drawn') say('注意：这一轮标为抽样。系统现在没有抽样名单，也不核对来答的人是不是抽中的人；是不是真的抽样，由办的人负责。');
  say('轮次加入后不能再改。第一道封存（含轮次的全部定义）：');
  say(`  ${root}`);
  say('请把这一行另外公布一份（公告栏、上级部门），以后可以用它核对。云函数部署时，把 .data/keys 里这一轮的密钥填进 survey 的环境变量 LZ_ROUND_KEYS。');
  return true;
});
