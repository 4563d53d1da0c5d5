/** `npm run import -- outlets|communities FILE.xlsx|FILE.csv`: a list, all of it or none. */
import { basename } from 'node:path';
import { readConfig, StartError } from '../config';
import { columns } from '../import/columns';
import { communityColumns } from '../import/parseCommunities';
import { communityReportLines, reportLines } from '../import/report';
import { readTable } from '../import/table';
import { runCommand } from './connect';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run import -- outlets 文件.xlsx（或 .csv），或 npm run import -- communities 文件.csv（或 .xlsx）';

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

runTool(async () => {
  const { words: [what, file, ...more] } = readArguments(process.argv.slice(2), {}, usage);
  const work = what === 'outlets' ? importOutlets : what === 'communities' ? importCommunities : null;
  if (work === null || file === undefined || more.length > 0) throw new StartError(`用法：${usage}`);
  const { done, lines } = await work(file);
  lines.forEach((line) => (done ? say(line) : console.error(line)));
  return done;
});
