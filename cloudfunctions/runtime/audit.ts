/** A line in the audit log, written in the transaction of the act itself: neither stands without the other. */
import type { Caller, Context } from './action';

export const audit = async ({ db, caller, now }: Pick<Context, 'db' | 'now'> & { readonly caller: Pick<Caller, 'person'> }, action: string, subject: string, detail: Record<string, unknown> = {}) => {
  await db.insertInto('lz.audit').values({ at: now.toISOString(), actor: caller.person, action, subject, detail: JSON.stringify(detail) }).execute();
};
