/** The empty list: headings, one row marked 示例 that is never loaded, and a sheet of what may be written. */
import { exampleKey } from '../../domain/census-list/parse';
import { chainWords, columns, systems, type Column } from '../../domain/census-list/columns';
import type { Action } from '../runtime/action';
import { headingsShown, order, widths } from './columnsShown';
import { listRules } from './rules';
import { makeXlsx } from './sheet/makeXlsx';

export const template: Action<'export.template'> = {
  transaction: false,
  async handle(_input, context) {
    const { formats, divisions } = await listRules(context);
    const street = divisions.streets[0];
    const example: Partial<Record<Column, string>> = {
      key: exampleKey, name: '巧手裁缝铺（示例，不会载入）', format: formats.formats.find(({ sixOne }) => sixOne === '一修')?.name ?? '', services: formats.services.filter(({ smallRepair }) => smallRepair).slice(0, 2).map(({ name }) => name).join('、'),
      community: street?.communities[0]?.name ?? '', address: '某某巷 12 号', lng: '102.638', lat: '37.928', phone: '0935-2212345', hours: '周一至周六 08:30-18:00;周日 休息', unlicensedReason: '', chain: chainWords.independent, cash: '是', stepFree: '否',
    };
    const communities = divisions.streets.flatMap(({ name, communities: all }) => all.map((community) => `${name} ${community.name}`));
    const values = [
      [columns.format, ...formats.formats.map(({ name }) => name)], [columns.services, ...formats.services.map(({ name }) => name)], [columns.community, ...communities],
      [columns.system, ...Object.values(systems)], [columns.chain, ...Object.values(chainWords)], [`${columns.cash}、${columns.stepFree}、${columns.seats}、${columns.staffed}`, '是', '否'],
    ];
    const rows = Array.from({ length: Math.max(...values.map(({ length }) => length)) - 1 }, (_, i) => values.map((column) => column[i + 1] ?? ''));
    const content = await makeXlsx([
      { name: '网点', headings: headingsShown, rows: [order.map((column) => example[column] ?? '')], widths, pale: 1 },
      { name: '可以写的', headings: values.map(([heading = '']) => heading), rows, widths: values.map(() => 24) },
    ]);
    return { file: { name: '网点普查表-空表.xlsx', content: content.toString('base64'), rows: 0 } };
  },
};
