/**
 * What a call-back's draw leaves behind: the list for whoever calls, an empty table of counts, and the word for the server. Addresses, no
 * names of people. The table has communities by name: a spreadsheet spoils codes of twelve digits.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { CallbackPlan } from '../../types/callback';
import { roundId, sha256 } from '../../types/contract/shared';
import { StartError } from '../config';
import { csvOf } from '../letters/files';
import { countColumns } from './parseCounts';
import type { Called } from './makeCallback';

export const callbackFiles = { list: 'callback-list.csv', counts: 'callback-counts.csv', draw: 'callback-draw.json' } as const;

export const writeCallback = (folder: string, { households, seed, drawn }: Called, plan: CallbackPlan, names: ReadonlyMap<string, string>): void => {
  const there = Object.values(callbackFiles).find((file) => existsSync(join(folder, file)));
  if (there) throw new StartError(`文件夹 ${folder} 里已经有 ${there}。请另选一个文件夹，免得盖掉填过的表。`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (file: string, content: string) => writeFileSync(join(folder, file), content, { mode: 0o600 });
  const outcomes = Object.values(countColumns).slice(1);
  write(callbackFiles.list, csvOf([['社区代码', '社区', '户编号', '地址', `结果（${outcomes.join(' / ')}）`], ...households.map(({ community, number, address }) => [community, names.get(community) ?? '', number, address, ''])]));
  write(callbackFiles.counts, csvOf([[...Object.values(countColumns), '抽中户数'], ...plan.communities.map(({ code, called }) => [names.get(code) ?? code, ...outcomes.map(() => ''), String(called)])]));
  write(callbackFiles.draw, `${JSON.stringify({ kind: 'lz-callback-draw-1', round: plan.round, seed, drawn } satisfies DrawFile)}\n`);
};

const shape = v.strictObject({ kind: v.literal('lz-callback-draw-1'), round: roundId, seed: v.pipe(v.string(), v.minLength(1), v.maxLength(200)), drawn: sha256 });
export type DrawFile = v.InferOutput<typeof shape>;

/** Reads the text of a file. Throws `StartError` in one sentence. */
export const readDrawFile = (text: string): DrawFile => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text);
  if (!read.success) throw new StartError(`这个文件不是回访的抽签结果。请用 npm run letters -- callback draw 生成的 ${callbackFiles.draw}。`);
  return read.output;
};
