/** What somebody with every right over the database could do, tried and undone, and what an audit says of it. */
import { sql } from 'kysely';
import type { Handle } from '../../database/handle';
import { auditWithin, type AuditReport } from '../../local/audit/auditRound';
import type { KeptSeal } from '../../local/audit/findings';

/** Past the triggers, as a superuser could; undone afterwards. */
export const afterwards = async <T>(owner: Handle, change: (tx: Handle) => Promise<void>, look: (tx: Handle) => Promise<T>): Promise<T> => {
  let seen: T | undefined;
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await change(tx);
    seen = await look(tx);
    throw new Error('undo');
  }).catch((error: Error) => { if (error.message !== 'undo') throw error; });
  return seen!;
};

export const auditIn = (tx: Handle, round: string, kept: readonly KeptSeal[] = []): Promise<AuditReport> => auditWithin(tx, { round, kept });

/** Statements in one text, without a semicolon inside them. */
export const run = async (tx: Handle, statements: string): Promise<void> => {
  for (const statement of statements.split(';').filter((text) => text.trim() !== '')) await sql.raw(statement).execute(tx);
};

/** The first difference that an audit finds once these statements ran, or null. */
export const differenceAfter = async (owner: Handle, statements: string, round: string, kept: readonly KeptSeal[] = []): Promise<string | null> =>
  (await afterwards(owner, (tx) => run(tx, statements), (tx) => auditIn(tx, round, kept))).difference;
