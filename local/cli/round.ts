/** `npm run round -- FILE.json`: adds a round of the questionnaire, or says everything that is wrong with it. */
import { readFile } from 'node:fs/promises';
import { readConfig, StartError } from '../config';
import { dirname, resolve } from 'node:path';
import { divisions, formats } from '../../rules';
import { readTable } from '../import/table';
import { frameHashOf } from '../letters/makeLetters';
import { frameColumns, parseFrame } from '../letters/parseFrame';
import type { FrameSummary } from '../rounds/checkRound';
import { inFull } from '../rounds/inFull';
import { readRoundFile } from '../rounds/roundFile';
import { runCommand } from './connect';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run round -- 文件.json（样子见 docs/examples/round.json）';

/** What the round needs to know of its frame; the frame itself stays where it is. */
const frameOf = async (file: string): Promise<FrameSummary> => {
  const { households, problems, notes } = parseFrame(await readTable(file, frameColumns.community), { formats, divisions });
  notes.forEach((note) => say(`提示：${note}`));
  if (problems.length > 0) throw new StartError([...problems.slice(0, 200).map(({ line, heading, reason }) => `户名册第 ${line} 行「${heading}」：${reason}`), `户名册有 ${problems.length} 处问题，这一轮没有加入。`].join('\n'));
  const counts: Record<string, number> = {};
  for (const { community } of households) counts[community] = (counts[community] ?? 0) + 1;
  return { hash: frameHashOf(households), households: counts };
};

runTool(async () => {
  const { words: [file, ...more] } = readArguments(process.argv.slice(2), {}, usage);
  if (file === undefined || more.length > 0) throw new StartError(`用法：${usage}`);
  const path = typedPath(file);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartError(error.code === 'ENOENT' ? `没有找到文件 ${path}。` : `文件 ${path} 打不开（${error.code ?? '原因不明'}）。`);
  });
  const round = readRoundFile(text);
  const frame = round.sample?.from === 'frame' ? await frameOf(resolve(dirname(path), round.sample.frame)) : undefined;
  const output = await runCommand(readConfig([], process.env), 'round', { ...round, frame });
  if (output.added === null) {
    output.problems.forEach((problem) => console.error(problem));
    console.error('这一轮没有加入。请改好后再试。');
    return false;
  }
  const { communities, target, planned, letters, short, questionnaire, method, census, graceHours, finalAt, keepUntil, keepFrom, root } = output.added;
  say(`已加入：${round.title}（${round.id}）`);
  say(`  ${inFull(round.opensAt)} 至 ${inFull(round.closesAt)}（北京时间），${communities} 个社区，${planned ? `目标一共 ${planned.answers} 份，${census === null ? '各社区一样' : '按人口分到各社区'}（${planned.least}–${planned.most} 份）` : `每个社区目标 ${target} 份`}。`);
  if (census !== null) say(`  人口表：${census}。`);
  say(`  问卷：${questionnaire}。算法：${method}。`);
  say(`  结束前开始填的，再收 ${graceHours} 小时。最终结果最早 ${inFull(finalAt)} 公布。`);
  say(`  原始答卷保存到 ${inFull(keepUntil)}（${keepFrom}），以后由 npm run purge 清空。`);
  if (letters !== null) say(`  要寄 ${letters} 封信。种子公布以后（${inFull(round.sample?.from === 'frame' ? round.sample.seedAt : round.opensAt)}），用 npm run letters -- draw 抽，再用 load 封存名单，都要在开始以前。`);
  if (short.length > 0) say(`  户名册里的户数不够，全部寄：${short.join('、')}。这些社区可能到不了发布门槛。`);
  if (round.sample?.from === 'external') say(`  外部名单（${round.sample.who}）：用 npm run letters -- external 生成信函，再用 load 封存名单，都要在开始以前。结果旁边会写明是外部名单。`);
  say('轮次加入后不能再改。第一道封存（含轮次的全部定义）：');
  say(`  ${root}`);
  say('请把这一行另外公布一份（公告栏、上级部门），以后可以用它核对。云函数部署时，把 .data/keys 里这一轮的密钥填进 survey 的环境变量 LZ_ROUND_KEYS。');
  return true;
});
