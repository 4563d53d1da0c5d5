/** What a restored database holds: told to the person, and proof that it opens. */
import { sql } from 'kysely';
import type { Handle } from '../../database/handle';

export interface Counted { readonly answered: number; readonly outlets: number; readonly registrations: number }

export const countRows = async (owner: Handle): Promise<Counted> => {
  const { rows } = await sql<Counted>`
    select (select count(*) from lz.participation) as answered, (select count(*) from lz.outlet) as outlets, (select count(*) from lz.registration) as registrations`.execute(owner);
  return rows[0]!;
};
