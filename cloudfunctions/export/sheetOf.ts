/** Every listed outlet of a street, or of all, as a list. Loaded again as it is, it changes nothing. */
import { shanghaiDay } from '../../domain/calendar';
import { contentKeyHead } from '../../domain/census-list/parse';
import { cellsOf } from '../../domain/census-list/write';
import { listedOutlets } from '../../database/queries/imports';
import { allPlaces } from '../../database/queries/places';
import { fieldsOfRow } from '../../database/outletRow';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { scopeOf } from '../runtime/scope';
import { headingsShown, order, widths } from './columnsShown';
import { mostRows } from './limits';
import { listRules } from './rules';
import { makeXlsx } from './sheet/makeXlsx';

export const sheet: Action<'export.sheet'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const scope = scopeOf(caller.duties, input.street);
    const streets = await allPlaces(db);
    if (input.street !== undefined && !streets.some(({ code }) => code === input.street)) return refuse('unknown_place', 'street');
    const rows = await listedOutlets(db, scope, mostRows + 1);
    if (rows.length > mostRows) return refuse('export_too_long');
    const { names } = await listRules(context);
    const cells = rows.map((row) => {
      const key = row.origin === 'census' && row.origin_key && !row.origin_key.startsWith(contentKeyHead) ? row.origin_key : '';
      const of = { ...cellsOf(fieldsOfRow(row), names), id: row.id, key };
      return order.map((column) => of[column] ?? '');
    });
    const where = scope === null ? '全区' : streets.filter(({ code }) => scope.includes(code)).map(({ name }) => name).join('和');
    const content = await makeXlsx([{ name: '网点', headings: headingsShown, rows: cells, widths }]);
    await audit(context, 'outlets.exported', input.street ?? 'all', { rows: rows.length });
    return { file: { name: `网点-${where}-${shanghaiDay(now.getTime())}.xlsx`, content: content.toString('base64'), rows: rows.length } };
  },
};
