/**
 * `npm run letters -- callback …`: from the plan of a call-back to its counts. `draw` and `check` need no server and can be run by whoever
 * calls; `plan`, `load` and `record` talk to the round's database.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallbackPlan } from '../../types/callback';
import { callbackFiles, readDrawFile, writeCallback } from '../callback/files';
import { calledFor } from '../callback/makeCallback';
import { countColumns } from '../callback/parseCounts';
import { readConfig, StartError } from '../config';
import { readTable } from '../import/table';
import { inFull } from '../rounds/inFull';
import { runCommand } from './connect';
import { communityNames, definitionIn, householdsIn, text } from './letterFiles';
import { say, typedPath } from './tool';

export const callbackUsage = `
  npm run letters -- callback plan 轮次编号 回访.json --seed-name "将来用哪个值" --seed-at 时间 [--share 0.1]   收完答卷以后，定下回访几户、用什么种子，封存
  npm run letters -- callback draw 规定.json 回访.json 户名册.xlsx --seed "公布的值" --out 文件夹   抽签，写好名单和空表
  npm run letters -- callback load 文件夹/callback-draw.json   封存抽签的结果
  npm run letters -- callback record 轮次编号 文件夹/callback-counts.csv [--reason "更正的原因"]   登记各社区的户数
  npm run letters -- callback check 规定.json 回访.json 户名册.xlsx --seed "公布的值"   任何人都可以重抽一遍来核对`;

type Way = (words: readonly string[], given: ReadonlyMap<string, string>, needed: (value: string | undefined) => string) => Promise<void>;

const planIn = async (file: string): Promise<CallbackPlan> => {
  const wrong = new StartError(`${file} 不是回访的规定。请用 npm run letters -- callback plan 导出。`);
  const plan = await text(file).then((json) => JSON.parse(json) as CallbackPlan).catch((error: Error) => { throw error instanceof StartError ? error : wrong; });
  if (plan?.kind !== 'plan' || !Array.isArray(plan.communities)) throw wrong;
  return plan;
};

const shareOf = (given: string | undefined): number | null => {
  if (given === undefined) return null;
  const share = Number(given);
  if (Number.isNaN(share)) throw new StartError('--share 是抽几成，要大于 0，最多 1，例如 0.1。');
  return share;
};

const drawnBy = async ([definitionFile, planFile, frameFile]: readonly string[], given: ReadonlyMap<string, string>, needed: (value: string | undefined) => string) => {
  const [definition, plan] = [await definitionIn(needed(definitionFile)), await planIn(needed(planFile))];
  return { plan, called: calledFor(definition, plan, await householdsIn(needed(frameFile)), needed(given.get('seed'))) };
};

export const callbackWays: Readonly<Record<string, Way>> = {
  async plan([round, file], given, needed) {
    const path = needed(file);
    const { plan, sealed } = await runCommand(readConfig([], process.env), 'callbackPlan', { round: needed(round), seed: given.get('seed-name') ?? null, seedAt: given.get('seed-at') ?? null, share: shareOf(given.get('share')) });
    await writeFile(typedPath(path), `${JSON.stringify(plan, null, 1)}\n`);
    say(`${sealed === null ? '这一轮的回访先前已经定好，没有改动' : '回访定好了'}：${plan.communities.length} 个社区，一共 ${plan.communities.reduce((sum, { called }) => sum + called, 0)} 户。规定已写到 ${path}。`);
    say(`  种子  ${plan.seed}，${inFull(plan.seedAt)} 公布`);
    if (sealed === null) return;
    say(`  封存号  ${sealed}`);
    say('请在种子公布以前，把封存号另外公布一份。种子公布以后，用 callback draw 抽，名单交给街道以外的人去访。');
  },
  async draw(words, given, needed) {
    const { plan, called } = await drawnBy(words, given, needed);
    const folder = typedPath(needed(given.get('out')));
    writeCallback(folder, called, plan, communityNames);
    say(`抽中 ${called.households.length} 户，名单的哈希 ${called.drawn}`);
    say(`  ${join(folder, callbackFiles.list)}  交给去访的人（不是街道的），访完删除`);
    say(`  ${join(folder, callbackFiles.counts)}  访完填各社区的户数：${Object.values(countColumns).slice(1).join('、')}`);
    say(`  ${join(folder, callbackFiles.draw)}  交给管服务器的人：npm run letters -- callback load`);
  },
  async check(words, given, needed) {
    const { called } = await drawnBy(words, given, needed);
    say(`照种子重抽，抽中 ${called.households.length} 户，名单的哈希 ${called.drawn}。`);
    say('请与封存的回访抽签对照；对得上，就是按公布的种子抽的。');
  },
  async load([file], _given, needed) {
    const { round, called, again, sealed } = await runCommand(readConfig([], process.env), 'callbackLoad', readDrawFile(await text(needed(file))));
    say(again ? `轮次 ${round} 的回访抽签先前已经封存，没有改动。` : `轮次 ${round}：回访 ${called} 户的抽签已经封存。`);
    if (sealed !== null) say(`  封存号  ${sealed}`);
  },
  async record([round, file], given, needed) {
    const table = await readTable(typedPath(needed(file)), countColumns.code);
    const { problems, counts, sealed } = await runCommand(readConfig([], process.env), 'callbackRecord', { round: needed(round), table, reason: given.get('reason') ?? null });
    if (problems.length > 0) throw new StartError([...problems, '一行也没有登记。请改好后再试。'].join('\n'));
    const sum = (of: 'own' | 'led' | 'unanswered' | 'noLetter' | 'unreached') => counts.reduce((total, count) => total + count[of], 0);
    say(sealed === null ? '和先前登记的一样，没有改动。' : `已登记并封存：${counts.length} 个社区，自己拿的主意 ${sum('own')} 户，别人拿的主意 ${sum('led')} 户，没有答 ${sum('unanswered')} 户，没收到信 ${sum('noLetter')} 户，没联系上 ${sum('unreached')} 户。`);
    if (sealed !== null) say(`  封存号  ${sealed}`);
  },
};
