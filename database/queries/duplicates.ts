/**
 * Which outlets may be the same as an entry: everything close by, whatever has its phone, its licence or its address, and what is
 * called alike a little farther on. Each by an index of its own, so that one entry against 100 thousand outlets costs milliseconds.
 */
import { sql, type RawBuilder } from 'kysely';
import type { OneOff } from '../../domain/one-off';
import type { Handle } from '../handle';
import { indexed, written } from './textSearch';

export interface CandidateQuery {
  /** Metres east and north of the district's origin. */
  readonly place: { readonly x: number; readonly y: number } | null;
  /** Metres. */
  readonly around: number;
  readonly byName: number;
  /** With a house number; as it was written. */
  readonly address: string | null;
  /** Digits. */
  readonly phone: string | null;
  readonly creditCode: string | null;
  /** The name without what everybody's holds, folded, and what is one character off it. */
  readonly name: { readonly text: string; readonly oneOff: OneOff | null } | null;
  /** Itself. */
  readonly except: string | null;
}
export interface Candidate {
  readonly id: string; readonly name: string; readonly format: string; readonly lng: number; readonly lat: number; readonly address: string;
  readonly phone: string | null; readonly credit_code: string | null; readonly community_code: string; readonly demo: boolean;
}

/** More than stand in any one market hall within reach of an arm, or at one address; of one phone or licence more would be a chain. */
const [mostAround, mostAlike] = [100, 20];

/** As the index has it (migration 0022). */
const folded = (address: RawBuilder<unknown>) =>
  sql`regexp_replace(regexp_replace(lower(normalize(${address}, nfkc)), '\\([^)]*\\)', '', 'g'), '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u3004\\u3008-\\u3020]', '', 'g')`;

export const duplicateCandidates = async (db: Handle, { place, around, byName, address, phone, creditCode, name, except }: CandidateQuery): Promise<Candidate[]> => {
  const arms: RawBuilder<unknown>[] = [];
  if (phone !== null) arms.push(sql`(select id from lz.outlet where listed and phone is not null and regexp_replace(phone, '\\D', '', 'g') = ${phone} order by id limit ${mostAlike})`);
  if (creditCode !== null) arms.push(sql`(select id from lz.outlet where listed and credit_code is not null and credit_code = ${creditCode} order by id limit ${mostAlike})`);
  const here = place && sql`point(${place.x}::float8, ${place.y}::float8)`;
  if (address !== null) {
    const there = sql`select id from lz.outlet where listed and ${folded(sql`address`)} = ${folded(sql`${address}::text`)}`;
    arms.push(here ? sql`(${there} and (place <-> ${here}) <= ${byName}::float8 order by (place <-> ${here}) + 0, id limit ${mostAround})` : sql`(${there} order by id limit ${mostAround})`);
  }
  if (here !== null) {
    arms.push(sql`(select id from lz.outlet where listed and place <@ circle(${here}, ${around}::float8) order by place <-> ${here}, id limit ${mostAround})`);
    if (name !== null) {
      const alike = ([name.text, ...(name.oneOff ? [name.oneOff] : [])]).map((sought) => sql`(${written(sought)} and ${indexed(sought)})`);
      arms.push(sql`(select id from lz.outlet where listed and (${sql.join(alike, sql` or `)}) and (place <-> ${here}) <= ${byName}::float8 order by (place <-> ${here}) + 0, id limit ${mostAlike})`); // as a text is sought in outlets.ts
    }
  }
  if (arms.length === 0) return [];
  const { rows } = await sql<Candidate>`
    select id, name, format, lng, lat, address, phone, credit_code, community_code, demo from lz.outlet
    where id in (${sql.join(arms, sql` union `)}) and id is distinct from ${except}::uuid`.execute(db);
  return rows;
};
