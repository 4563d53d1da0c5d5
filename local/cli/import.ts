/** `npm run import -- outlets FILE.xlsx|FILE.csv`: a census list, all of it or none. */
import { basename } from 'node:path';
import { readConfig, StartError } from '../config';
import { columns } from '../import/columns';
import { reportLines } from '../import/report';
import { readTable } from '../import/table';
import { runCommand } from './connect';
import { readArguments, runTool, say, typedPath } from './tool';

const usage = 'npm run import -- outlets 文件.xlsx(或 .csv)';

runTool(async () => {
  const { words: [what, file, ...more] } = readArguments(process.argv.slice(2), {}, usage);
  if (what !== 'outlets' || file === undefined || more.length > 0) throw new StartError(`用法:${usage}`);
  const table = await readTable(typedPath(file), columns.name);
  say(`读到 ${table.rows.length} 行,正在核对和导入……`);
  const output = await runCommand(readConfig([], process.env), 'import', { file: basename(file), table }, ({ done, total }) => say(`  已处理 ${done} / ${total}`));
  reportLines(output).forEach((line) => (output.loaded === null ? console.error(line) : say(line)));
  return output.loaded !== null;
});
