/** How a list stands, and a page of one group of its rows. */
import { shanghaiDay } from '../../domain/calendar';
import { stagedRows } from '../../database/queries/imports';
import type { Action, Context } from '../runtime/action';
import { pageSize } from './limits';
import { listNow, shownRow } from './shown';

export const staged: Action<'export.staged'> = {
  transaction: false,
  async handle({ id, outcome, after = 0 }, context) {
    const list = await listNow(context, id);
    if (outcome === undefined) return { list, rows: [], more: false };
    const rows = await stagedRows(context.db, id, after, pageSize + 1, outcome);
    const shown = rows.slice(0, pageSize);
    const vouched = outcome === 'conflict' ? await vouchedFor(shown.flatMap(({ outlet_id: outlet }) => outlet ?? []), context) : new Map<string, string>();
    return { list, rows: shown.map((row) => shownRow(row, vouched.get(row.outlet_id ?? '') ?? null)), more: rows.length > pageSize };
  },
};

/** 2026-03-01 核实过 · 店主 2026-03-01 确认过 · 店主或街道 2026-03-01 改过 · 街道合并过 · 已经不在地图上 */
const vouchedFor = async (ids: readonly string[], { db }: Context): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('lz.outlet').select(['id', 'verified_at', 'edited_at', 'confirmed_at', 'confirmed_by', 'listed', 'absorbed']).where('id', 'in', ids).execute();
  const day = (at: string) => shanghaiDay(Date.parse(at));
  const said = (row: (typeof rows)[number]) => (row.verified_at ? `${day(row.verified_at)} 核实过` : row.confirmed_at ? `${row.confirmed_by === 'owner' ? '店主' : '工作人员'} ${day(row.confirmed_at)} 确认过` : row.edited_at ? `店主或街道 ${day(row.edited_at)} 改过` : row.absorbed > 0 ? '街道合并过' : '');
  return new Map(rows.map((row) => [row.id, row.listed ? said(row) : '已经不在地图上。用名单的，就重新上图'] as const));
};
