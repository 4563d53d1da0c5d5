/** `npm run import -- outlets|communities|census FILE.xlsx|FILE.csv`: a list, all of it or none. */
import { basename } from 'node:path';
import { readConfig, StartError } from '../config';
import { columns } from '../../domain/census-list/columns';
import { censusColumns } from '../import/parseCensus';
import { communityColumns } from '../import/parseCommunities';
import { censusReportLines, communityReportLines, reportLines } from '../import/report';
import { readTable } from '../import/table';
import { runCommand } from './connect';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run import -- outlets 文件.xlsx（或 .csv），或 npm run import -- communities 文件.csv（或 .xlsx），或 npm run import -- census 人口表.xlsx（或 .csv） [--source 来源] [--version 日期或版本] [--status 官方|待核|演示] [--verified 是|否]';

const importOutlets = async (file: string) => {
  const table = await readTable(typedPath(file), columns.name);
  say(`读到 ${table.rows.length} 行，正在核对和导入……`);
  const output = await runCommand(readConfig([], process.env), 'import', { file: basename(file), table }, ({ done, total }) => say(`  已处理 ${done} / ${total}`));
  return { done: output.loaded !== null, lines: reportLines(output) };
};

const importCommunities = async (file: string) => {
  const table = await readTable(typedPath(file), communityColumns.code);
  const output = await runCommand(readConfig([], process.env), 'importCommunities', { file: basename(file), table });
  return { done: output.loaded !== null, lines: communityReportLines(output) };
};

const importCensus = async (file: string, given: ReadonlyMap<string, string>) => {
  const table = await readTable(typedPath(file), censusColumns.code);
  const output = await runCommand(readConfig([], process.env), 'importCensus', { file: basename(file), table, given: Object.fromEntries(given) });
  return { done: output.loaded !== null, lines: censusReportLines(output) };
};

const kinds = { outlets: importOutlets, communities: importCommunities, census: importCensus };

runTool(async () => {
  const { words: [what = '', file, ...more], given } = readArguments(process.argv.slice(2), { values: ['source', 'version', 'status', 'verified'] }, usage);
  const work = Object.entries(kinds).find(([kind]) => kind === what)?.[1];
  if (!work || file === undefined || more.length > 0 || (given.size > 0 && what !== 'census')) throw new StartError(`用法：${usage}`);
  const { done, lines } = await work(file, given);
  lines.forEach((line) => (done ? say(line) : console.error(line)));
  return done;
});
