/** How far circles are: the newest entry of each holds. */
import { sql } from 'kysely';
import type { CircleState } from '../../domain/figures/facts';
import type { Handle } from '../handle';

/** The newest first. */
export const circleStates = (db: Handle, circle: string) => db.selectFrom('lz.circle_state').select(['state', 'at', 'note', 'by']).where('circle_id', '=', circle).orderBy('id', 'desc').execute();

/** Of all circles, the oldest first. */
export const stepsOfCircles = (db: Handle) => db.selectFrom('lz.circle_state').select(['circle_id', 'state', 'at', 'note']).orderBy('id').execute();

export const currentState = async (db: Handle, circle: string) => (await circleStates(db, circle))[0]?.state ?? 'planned';

export const stateOfSending = (db: Handle, sending: string) => db.selectFrom('lz.circle_state').select(['circle_id', 'state']).where('sending', '=', sending).executeTakeFirst();

/** Two who move the same circle come one after the other. False: there is no such circle. The desk may not write circles, so it is a lock by name. */
export const lockCircle = async (transaction: Handle, circle: string): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtext('lz.circle'), hashtext(${circle}))`.execute(transaction);
  return (await transaction.selectFrom('lz.circle').select('id').where('id', '=', circle).executeTakeFirst()) !== undefined;
};

/** In the plan's order, each with how far it is and the streets its communities belong to. */
export const circlesAndStates = async (db: Handle): Promise<{ readonly id: string; readonly name: string; readonly due: string; readonly state: CircleState; readonly streets: readonly string[] }[]> => {
  const { rows } = await sql<{ id: string; name: string; due: string; state: CircleState; streets: string[] }>`
    select k.id, k.name, to_char(k.due, 'YYYY-MM-DD') as due,
      coalesce((select t.state from lz.circle_state t where t.circle_id = k.id order by t.id desc limit 1), 'planned') as state,
      array(select distinct m.street_code from lz.circle_community c join lz.community m on m.code = c.community_code where c.circle_id = k.id) as streets
    from lz.circle k order by k.position`.execute(db);
  return rows;
};
