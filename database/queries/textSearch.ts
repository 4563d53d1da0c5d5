/** Conditions on the text that a search looks in (`search`, see database/outletRow.ts): what it must hold, and the same as the index of neighbouring characters finds it. */
import { sql, type RawBuilder } from 'kysely';
import type { OneOff } from '../../domain/one-off';

/** Folded text as it stands, or what is one character off it. */
export type Sought = string | OneOff;

export const written = (sought: Sought): RawBuilder<boolean> =>
  typeof sought === 'string' ? sql`search like ${`%${sought.replace(/[\\%_]/g, '\\$&')}%`}` : sql`search like any(${sought.patterns}::text[])`;

/** True wherever `written` is, and more; goes with `listed`, which the index has. */
export const indexed = (sought: Sought): RawBuilder<boolean> => {
  const all = (parts: readonly string[]) => sql`lz.search_keys(search) @> (${sql.join(parts.map((part) => sql`lz.search_keys(${part}::text)`), sql` || `)})`;
  return typeof sought === 'string' ? sql`${all([sought])}` : sql`(${sql.join(sought.pieces.map(all), sql` or `)})`;
};
