/** The code that makes somebody an outlet's owner: derived from its id, so that a lost reply can be repeated to whoever made it; kept as a keyed hash alone. */
import { codeFrom, groupedCode } from '../../domain/codes';
import type { Context } from './action';
import { audit } from './audit';
import { refuse } from './refusal';

const validMs = 7 * 86_400_000;

export const makeHandover = async (input: { readonly id: string; readonly outlet: string }, by: 'owner' | 'staff', context: Context): Promise<{ code: string; expiresAt: string }> => {
  const { db, caller, now, secrets } = context;
  const code = codeFrom(secrets.handoverCode(input.id));
  const expiresAt = new Date(now.getTime() + validMs).toISOString();
  const { numInsertedOrUpdatedRows: added } = await db.insertInto('lz.handover').values({
    id: input.id, outlet_id: input.outlet, code_hash: secrets.handover(code), side: by, created_by: caller.person, created_at: now.toISOString(), expires_at: expiresAt, used_at: null, used_by: null,
  }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
  if (added === 0n) {
    const row = await db.selectFrom('lz.handover').selectAll().where('id', '=', input.id).executeTakeFirstOrThrow();
    if (row.created_by !== caller.person || row.outlet_id !== input.outlet || row.side !== by) return refuse('value_invalid', 'id');
    return { code: groupedCode(code), expiresAt: row.expires_at };
  }
  await audit(context, 'outlet.handover_made', input.outlet, { by });
  return { code: groupedCode(code), expiresAt };
};
