/**
 * `npm run letters -- …`: from the round's definition and a frame to sealed letters. `draw`, `external` and `check` need no server and
 * can be run where the letters are printed; `definition`, `load` and `returned` talk to the round's database. `callback`: ./callback.ts.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundDefinition } from '../../types/round';
import { readConfig, StartError } from '../config';
import { readTable } from '../import/table';
import { letterFiles, writeLetters } from '../letters/files';
import { readLetterList } from '../letters/letterList';
import { drawLetters, drawnFor, externalLetters, frameHashOf, type MadeLetters } from '../letters/makeLetters';
import { returnedColumns } from '../letters/returned';
import { callbackUsage, callbackWays } from './callback';
import { runCommand } from './connect';
import { communityNames, definitionIn, householdsIn, text } from './letterFiles';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = `
  npm run letters -- definition 轮次编号 规定.json        把封存的规定导出来，交给印信的人
  npm run letters -- draw 规定.json 户名册.xlsx --seed "公布的值" --out 文件夹
  npm run letters -- external 规定.json 名单.xlsx --out 文件夹
  npm run letters -- load 文件夹/letter-list.json         封存信函名单，在轮次开始以前
  npm run letters -- returned 轮次编号 退信.xlsx          各社区退回几封
  npm run letters -- check 规定.json 户名册.xlsx --seed "公布的值"   任何人都可以重抽一遍来核对${callbackUsage}`;

const keep = (made: MadeLetters, definition: RoundDefinition, folder: string, given: ReadonlyMap<string, string>) => {
  const config = readConfig([], process.env);
  const url = (given.get('url') ?? config.publicUrl).replace(/\/+$/, '');
  writeLetters(folder, made, { definition, communities: communityNames, url, hotline: given.get('phone') ?? config.hotline });
  say(`${made.letters.length} 封信已写好，链接指向 ${url}：`);
  say(`  ${join(folder, letterFiles.pages)}  打印用，A4 一页一封`);
  say(`  ${join(folder, letterFiles.table)}  印厂自己排版用`);
  say(`  ${join(folder, letterFiles.list)}  交给管服务器的人：npm run letters -- load`);
  say('前两个文件里有答卷码，印完请删除，不要发给街道、区里和管服务器的人。');
};

const needed = (value: string | undefined): string => value ?? wrong();
const wrong = (): never => { throw new StartError(`用法：${usage}`); };

const ways: Readonly<Record<string, (words: readonly string[], given: ReadonlyMap<string, string>) => Promise<void>>> = {
  async definition([round, file]) {
    const { definition } = await runCommand(readConfig([], process.env), 'definition', { round: needed(round) });
    await writeFile(typedPath(needed(file)), `${JSON.stringify(definition, null, 1)}\n`);
    say(`轮次 ${definition.id} 的规定已写到 ${file}。`);
  },
  async draw([definitionFile, frameFile], given) {
    const definition = await definitionIn(needed(definitionFile));
    const made = drawLetters(definition, await householdsIn(needed(frameFile)), needed(given.get('seed')));
    say(`抽中名单的哈希：${made.list.drawn}`);
    keep(made, definition, typedPath(needed(given.get('out'))), given);
  },
  async external([definitionFile, listFile], given) {
    const definition = await definitionIn(needed(definitionFile));
    keep(externalLetters(definition, await householdsIn(needed(listFile))), definition, typedPath(needed(given.get('out'))), given);
  },
  async check([definitionFile, frameFile], given) {
    const definition = await definitionIn(needed(definitionFile));
    const households = await householdsIn(needed(frameFile));
    const drawn = drawnFor(definition, households, needed(given.get('seed')));
    say(`户名册 ${households.length} 户，与封存的规定一致（${frameHashOf(households)}）。`);
    say(`抽中 ${drawn.households.length} 户，名单的哈希 ${drawn.hash}。`);
    say('请与封存记录里这一轮信函的「抽中名单」对照；对得上，就是按公布的种子抽的。');
  },
  async load([file]) {
    const { round, issued, again, root, sealed } = await runCommand(readConfig([], process.env), 'letters', readLetterList(await text(needed(file))));
    say(again ? `轮次 ${round} 的信函名单先前已经封存，没有改动。` : `轮次 ${round}：${issued} 封信的名单已经封存。`);
    say(`  名单的根  ${root}`);
    say(`  封存号    ${sealed}`);
    say('请把封存号另外公布一份，再寄信。');
  },
  async returned([round, file]) {
    const { problems, communities: changed, returned } = await runCommand(readConfig([], process.env), 'lettersReturned', { round: needed(round), table: await readTable(typedPath(needed(file)), returnedColumns.community) });
    if (problems.length > 0) throw new StartError([...problems, '一行也没有记。请改好后再试。'].join('\n'));
    say(`已记下：${changed} 个社区，一共退回 ${returned} 封。`);
  },
  async callback([way, ...words], given) {
    await (callbackWays[needed(way)] ?? wrong)(words, given, needed);
  },
};

runTool(async () => {
  const { words: [way, ...words], given } = readArguments(process.argv.slice(2), { values: ['seed', 'out', 'url', 'phone', 'seed-name', 'seed-at', 'share', 'reason'] }, usage);
  await (ways[needed(way)] ?? wrong)(words, given);
  return true;
});
