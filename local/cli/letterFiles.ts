/** The files that the tools about letters read, each refused in a sentence. */
import { readFile } from 'node:fs/promises';
import type { Household } from '../../domain/draw';
import { divisions, formats } from '../../rules';
import type { RoundDefinition } from '../../types/round';
import { StartError } from '../config';
import { readTable } from '../import/table';
import { frameColumns, parseFrame } from '../letters/parseFrame';
import { say, typedPath } from './tool';

export const text = async (file: string): Promise<string> => readFile(typedPath(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
  throw new StartError(error.code === 'ENOENT' ? `没有找到文件 ${file}。` : `文件 ${file} 打不开（${error.code ?? '原因不明'}）。`);
});

export const definitionIn = async (file: string): Promise<RoundDefinition> => {
  const read = await text(file).then((json) => JSON.parse(json) as RoundDefinition).catch((error: Error) => { throw error instanceof StartError ? error : new StartError(`${file} 不是轮次的规定。请用 npm run letters -- definition 导出。`); });
  if (read?.kind !== 'lz-round-1') throw new StartError(`${file} 不是轮次的规定。请用 npm run letters -- definition 导出。`);
  return read;
};

export const householdsIn = async (file: string): Promise<readonly Household[]> => {
  const { households, problems, notes } = parseFrame(await readTable(typedPath(file), frameColumns.community), { formats, divisions });
  notes.forEach((note) => say(`提示：${note}`));
  if (problems.length > 0) throw new StartError([...problems.slice(0, 200).map(({ line, heading, reason }) => `第 ${line} 行「${heading}」：${reason}`), `名册有 ${problems.length} 处问题，没有抽。`].join('\n'));
  return households;
};

/** Community code → name. */
export const communityNames = new Map(divisions.streets.flatMap((street) => street.communities.map(({ code, name }) => [code, name] as const)));
