/** Whose outlet it is. The outlet's row is held first, so of two officers one decides and the other is told. */
import { moved } from '../../domain/moves';
import { claimMachine, disputeMachine } from '../../domain/outlet-moves';
import { lockClaim, waitingClaims, type ClaimRow } from '../../database/queries/claims';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet, type WholeOutlet } from '../../database/queries/outlets';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { reasonWords, upkeepRules } from '../runtime/upkeep';
import { requireReason } from './reasons';
import { requireStreet } from '../runtime/scope';

export const decideClaim: Action<'desk.decideClaim'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller } = context;
    const { outlet_id } = (await db.selectFrom('lz.claim').select('outlet_id').where('id', '=', input.id).executeTakeFirst()) ?? refuse('not_found');
    const outlet = (await lockOutlet(db, outlet_id)) ?? refuse('not_found');
    const row = (await lockClaim(db, input.id)) ?? refuse('not_found');
    requireStreet(context, row.street_code);
    const all = await waitingClaims(db, outlet.id);
    // whoever wants it or has it does not decide whose it is
    if (outlet.owner === caller.person || all.some(({ claimant }) => claimant === caller.person)) return refuse('own_case');
    const state = moved(claimMachine, row.state, input.decision, 'staff') ?? refuse('decided_already');
    if (row.revision !== input.revision) return refuse('registration_changed');
    if (input.decision === 'refuse') await requireReason('claim', input, context);
    await requireAnswer(row, outlet, all, context);
    if (state === 'granted') await grant(row, outlet, all, context);
    else await close(row, outlet, 'refused', input.reasonCode, input.reason, context);
    await settleDispute(row, outlet, context);
    await audit(context, `claim.${state}`, row.id, { outlet: outlet.id, revision: row.revision, reasonCode: input.reasonCode });
    return { state };
  },
};

/** The other side of a dispute gets its time to send papers; once both are in, or the time is over, staff decide. */
const requireAnswer = async (row: ClaimRow, outlet: WholeOutlet, all: readonly ClaimRow[], { db, now }: Context) => {
  if (row.dispute_id === null) return;
  const { answer_by } = await db.selectFrom('lz.dispute').select('answer_by').where('id', '=', row.dispute_id).executeTakeFirstOrThrow();
  const answered = outlet.owner === null || all.some(({ claimant }) => claimant === outlet.owner);
  if (!answered && Date.parse(answer_by) > now.getTime()) refuse('dispute_open');
};

const grant = async (row: ClaimRow, outlet: WholeOutlet, all: readonly ClaimRow[], context: Context) => {
  const { db, caller, now, random } = context;
  await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'claimed', subject: row.id });
  await db.updateTable('lz.outlet').set({ owner: row.claimant, changed_at: now.toISOString() }).where('id', '=', outlet.id).execute();
  for (const rival of all) {
    if (rival.id !== row.id) await close(rival, outlet, 'refused', 'other-owner', null, context);
  }
  await close(row, outlet, 'granted', null, null, context);
  if (outlet.owner !== null && outlet.owner !== row.claimant && !all.some(({ claimant }) => claimant === outlet.owner)) {
    await addMessage(db, { id: random.uuid(), person: outlet.owner, kind: 'owner_changed', body: { outlet: outlet.id, name: outlet.name }, at: now });
  }
};

const close = async (claim: ClaimRow, outlet: WholeOutlet, state: 'granted' | 'refused', code: string | null, reason: string | null, context: Context) => {
  const { db, caller, now, random } = context;
  await db.updateTable('lz.claim').set({ state, reason_code: code, reason, decided_at: now.toISOString(), decided_by: caller.person }).where('id', '=', claim.id).execute();
  const words = reasonWords(await upkeepRules(context), code, reason);
  await addMessage(db, { id: random.uuid(), person: claim.claimant, kind: `claim_${state}`, body: { outlet: outlet.id, name: outlet.name, claim: claim.id, ...(words ? { reason: words } : {}) }, at: now });
};

/** Decided once nobody else wants it. */
const settleDispute = async ({ dispute_id }: ClaimRow, outlet: WholeOutlet, { db, caller, now }: Context) => {
  if (dispute_id === null) return;
  const left = (await waitingClaims(db, outlet.id)).filter(({ claimant }) => claimant !== outlet.owner);
  if (left.length > (outlet.owner === null ? 1 : 0)) return;
  await db.updateTable('lz.dispute').set({ state: moved(disputeMachine, 'open', 'decide', 'staff')!, decided_at: now.toISOString(), decided_by: caller.person }).where('id', '=', dispute_id).execute();
  // what the owner sent in defence is done with; a lone claim goes on as an ordinary one
  for (const claim of await waitingClaims(db, outlet.id)) {
    const defence = claim.claimant === outlet.owner;
    await db.updateTable('lz.claim').set(defence ? { state: 'granted', decided_at: now.toISOString(), decided_by: caller.person } : { state: 'pending' }).where('id', '=', claim.id).execute();
  }
};
