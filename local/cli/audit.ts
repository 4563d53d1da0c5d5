/** `npm run audit -- --round R [--seal FILE] [--frame FILE]`: recomputes a round from its tables; ends with 1 at the first difference. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { limits } from '../audit/limits';
import type { KeptSeal } from '../audit/findings';
import { readConfig, StartError } from '../config';
import { runCommand } from './connect';
import { householdsIn } from './letterFiles';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run audit -- --round 轮次编号 [--seal 另存的封存.json] [--frame 户名册.xlsx]';

const seal = v.object({ round: v.string(), size: v.pipe(v.number(), v.integer(), v.minValue(0)), root: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

const readSeals = async (file: string | undefined): Promise<KeptSeal[]> => {
  if (file === undefined) return [];
  const text = await readFile(typedPath(file), 'utf8').catch(() => { throw new StartError(`文件 ${file} 打不开。`); });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), v.union([v.array(seal), v.pipe(seal, v.transform((one) => [one]))])), text);
  if (!read.success) throw new StartError('另存的封存读不懂，应是 {"round": "…", "size": 123, "root": "64 位十六进制"}，或这样几条的列表。');
  return read.output;
};

runTool(async () => {
  const { words, given } = readArguments(process.argv.slice(2), { values: ['round', 'seal', 'frame'] }, usage);
  const round = given.get('round');
  if (round === undefined || words.length > 0) throw new StartError(`用法：${usage}`);
  const frame = given.get('frame');
  const kept = await readSeals(given.get('seal'));
  const { passed, difference, purged } = await runCommand(readConfig([], process.env), 'audit', { round, kept, frame: frame === undefined ? null : await householdsIn(frame) });
  for (const line of passed) say(`一致  ${line}`);
  if (difference !== null) console.error(`不一致  ${difference}`);
  say('');
  say('这里查不出的：');
  for (const line of limits(kept.length > 0, purged)) say(`  · ${line}`);
  return difference === null;
});
