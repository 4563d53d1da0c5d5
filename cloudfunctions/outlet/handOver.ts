/** An owner hands her outlet to another: a code from hand to hand. The database alone changes the owner, once for each code. */
import { sql } from 'kysely';
import { foldCode } from '../../domain/codes';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet, outletById } from '../../database/queries/outlets';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { makeHandover } from '../runtime/handover';
import { refuse } from '../runtime/refusal';

export const handOver: Action<'outlet.handOver'> = {
  transaction: true,
  async handle(input, context) {
    if ((await lockOutlet(context.db, input.outlet))?.owner !== context.caller.person) return refuse('not_yours');
    return makeHandover(input, 'owner', context);
  },
};

export const takeOver: Action<'outlet.takeOver'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, secrets, random } = context;
    const hash = secrets.handover(foldCode(input.code));
    const before = await db.selectFrom('lz.handover as h').innerJoin('lz.outlet as o', 'o.id', 'h.outlet_id').select(['o.owner', 'o.name']).where('h.code_hash', '=', hash).executeTakeFirst();
    const { rows } = await sql<{ outcome: 'unknown' | 'used' | 'expired' | 'taken' | 'repeated'; outlet: string }>`
      select outcome, outlet from lz.take_over(${hash}, ${caller.person}, ${now.toISOString()}::timestamptz)`.execute(db);
    const { outcome, outlet } = rows[0]!;
    if (outcome === 'unknown') return refuse('handover_unknown');
    if (outcome === 'used') return refuse('handover_used');
    if (outcome === 'expired') return refuse('handover_expired');
    const { id, name, address } = (await outletById(db, outlet)) ?? refuse('not_found');
    if (outcome === 'taken') {
      await audit(context, 'outlet.taken_over', outlet);
      if (before?.owner && before.owner !== caller.person) await addMessage(db, { id: random.uuid(), person: before.owner, kind: 'owner_changed', body: { outlet, name }, at: now });
    }
    return { outlet: { id, name, address } };
  },
};
