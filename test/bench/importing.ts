/** Census lists: reading a sheet, the command line's way whole, and the app's (staged, compared, loaded). Time, and the most memory meanwhile. */
import { randomUUID } from 'node:crypto';
import { makeXlsx } from '../../cloudfunctions/export/sheet/makeXlsx';
import { readSheet } from '../../cloudfunctions/export/sheet/sheet';
import { columns } from '../../domain/census-list/columns';
import { importOutlets } from '../../local/import/importOutlets';
import { valueOf, type World } from '../support/world';
import { peak, type Line, type Peak } from './measure';

const headings = ['编号', '网点名称', '业态', '所属社区', '地址', '经度', '纬度', '电话', '营业时间', '收现金'];
const rowsOf = (count: number, tag: string) => Array.from({ length: count }, (_, i) => [
  `${tag}${i}`, `第${i}家面馆`, '早餐店', '南苑社区', `东巷${i}号`, (102.6 + (i % 800) / 10_000).toFixed(6), (37.9 + (i % 600) / 10_000).toFixed(6), '13800000000', '周一至周六 06:30-14:00;周日 休息', '是',
]);
const csvOf = (rows: readonly (readonly string[])[]) => Buffer.from([headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
/** What the app takes at once. */
const mostStaged = 20_000;

export const benchImporting = async (world: World, sizes: readonly number[]): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const size of sizes) {
    const tag = `B${size}-`;
    const csv = csvOf(rowsOf(size, tag));
    const line = (what: string, { ms, mb }: Peak, of = size): Line => ({ what: `${of.toLocaleString('en')} rows: ${what}`, measured: `${(ms / 1000).toFixed(1)} s, ${(of / (ms / 1000)).toFixed(0)} rows/s, ${mb.toFixed(0)} MB at most`, budget: 'reported', kept: null });
    const xlsx = await makeXlsx([{ name: '网点', headings, rows: rowsOf(size, tag), widths: [] }]);
    lines.push(line('an .xlsx read', await peak(() => readSheet(xlsx, 'a.xlsx', columns.name))));
    lines.push(line('a .csv read', await peak(() => readSheet(csv, 'a.csv', columns.name))));
    const load = async () => {
      const output = await importOutlets(world.host.database, { file: 'a.csv', table: await readSheet(csv, 'a.csv', columns.name) }, world.now(), () => {});
      if (output.loaded === null) throw new Error('the list of the bench was refused');
    };
    lines.push(line('imported at the command line, all new', await peak(load)), line('the same again, nothing changed', await peak(load)));
    const staged = Math.min(size, mostStaged);
    const id = randomUUID();
    const content = csvOf(rowsOf(staged, `S${size}-`)).toString('base64');
    lines.push(line('staged in the app', await peak(async () => valueOf(await world.call('district', 'export.stage', { id, file: 'a.csv', content, system: null }))), staged));
    lines.push(line('loaded in the app', await peak(async () => valueOf(await world.call('district', 'export.load', { id }))), staged));
  }
  return lines;
};
