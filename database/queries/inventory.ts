/** Marks of what was checked, and counts of outlets by place and format. */
import { sql } from 'kysely';
import type { CheckState } from '../../domain/inventory';
import type { Counts } from '../../domain/indicators';
import type { DeskRole } from '../../types/contract/shared';
import type { Handle } from '../handle';

export interface MarkRow { readonly community_code: string; readonly format: string; readonly state: CheckState; readonly by: string; readonly by_role: DeskRole; readonly at: string; readonly note: string | null }

/** The newest mark of each community and format. */
export const newestMarks = async (db: Handle, communities: readonly string[]): Promise<MarkRow[]> => {
  const { rows } = await sql<MarkRow>`
    select distinct on (community_code, format) community_code, format, state, by, by_role, at, note from lz.inventory_check
    where community_code = any(${communities}::text[]) order by community_code, format, id desc`.execute(db);
  return rows;
};

/** Listed outlets of each community, by format and services, and how many of them are verified. */
export const listedByServices = async (db: Handle, communities: readonly string[]) => {
  const { rows } = await sql<{ community_code: string; format: string; services: string[]; listed: number; verified: number }>`
    select community_code, format, services, count(*)::int as listed, count(verified_at)::int as verified from lz.outlet
    where listed and standing <> 'closed' and community_code = any(${communities}::text[]) group by community_code, format, services`.execute(db);
  return rows;
};

/** By street and format: what indicators are made of (domain/indicators.ts). */
export const outletCounts = async (db: Handle, streets: readonly string[] | null, freshSince: Date) => {
  const { rows } = await sql<Counts & { street_code: string; format: string; demo: boolean }>`
    select c.street_code, o.format, bool_or(o.demo) as demo, count(*)::int as known, (count(*) filter (where o.listed))::int as listed,
      (count(*) filter (where o.listed and greatest(o.confirmed_at, o.verified_at) >= ${freshSince.toISOString()}::timestamptz))::int as fresh,
      (count(*) filter (where o.listed and o.chain = 'chain'))::int as chain, (count(*) filter (where o.listed and o.chain = 'independent'))::int as independent
    from lz.outlet as o join lz.community as c on c.code = o.community_code
    where o.standing <> 'closed' and o.merged_into is null and (${streets === null}::boolean or c.street_code = any(${streets ?? []}::text[])) group by c.street_code, o.format`.execute(db);
  return rows;
};
