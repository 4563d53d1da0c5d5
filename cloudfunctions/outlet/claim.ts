/**
 * Somebody says that a listed outlet is hers. Where it has an owner, or another wants it too, there is a dispute: both send their papers, and staff
 * decide. An owner answers a dispute by a claim of her own.
 */
import { isCreditCode } from '../../domain/credit-code';
import { moved } from '../../domain/moves';
import { claimMachine, disputeMachine } from '../../domain/outlet-moves';
import { claimWithOutlet, countWaitingClaims, lockClaim, openDispute, shownClaim, waitingClaims } from '../../database/queries/claims';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet, type WholeOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import type { ParsedInput } from '../../types/contract';
import type { Action, Context } from '../runtime/action';
import { attachPhotos } from '../runtime/attachPhotos';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { reasonWords, upkeepRules } from '../runtime/upkeep';

export const claim: Action<'outlet.claim'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    if (input.papers.creditCode !== null && !isCreditCode(input.papers.creditCode)) return refuse('credit_code_invalid', 'papers.creditCode');
    // the outlet first: two claims at the same second wait for each other here
    const outlet = (await lockOutlet(db, input.outlet)) ?? refuse('not_found');
    const before = await lockClaim(db, input.id);
    if (before && (before.claimant !== caller.person || before.outlet_id !== outlet.id)) return refuse('not_yours');
    if (before && before.revision === input.revision) return { claim: await shown(input.id, context) };
    if (!outlet.listed) return refuse('outlet_closed');
    const { streetCode } = (await communityByCode(db, outlet.community_code)) ?? refuse('unknown_place');
    const dispute = await disputeFor(outlet, streetCode, context);
    if (outlet.owner === caller.person && !dispute) return refuse('claimed_already');
    const act = dispute ? 'dispute' : before ? 'correct' : 'submit';
    const state = moved(claimMachine, before?.state ?? 'none', act, 'merchant') ?? refuse('not_editable');
    const values = {
      revision: input.revision, state, dispute_id: dispute, papers: JSON.stringify(input.papers), reason_code: null, reason: null,
      submitted_at: now.toISOString(), decided_at: null, decided_by: null,
    };
    if (before) await db.updateTable('lz.claim').set(values).where('id', '=', before.id).execute();
    else await addClaim(input, { ...values, outlet_id: outlet.id, street_code: streetCode }, context);
    await attachPhotos(context, input.papers.photos, { kind: 'claim', id: input.id, name: outlet.name, street: streetCode }, ['licence', 'front']);
    await audit(context, before ? 'claim.corrected' : 'claim.submitted', input.id, { outlet: outlet.id, revision: input.revision, dispute });
    return { claim: await shown(input.id, context) };
  },
};

type NewClaim = Omit<import('kysely').Insertable<import('../../database/schema').Tables['lz.claim']>, 'id' | 'claimant'>;
const addClaim = async (input: ParsedInput<'outlet.claim'>, values: NewClaim, context: Context) => {
  const { db, caller } = context;
  if ((await countWaitingClaims(db, caller.person)) >= (await upkeepRules(context)).mostClaims) return refuse('too_many_claims');
  const { numInsertedOrUpdatedRows: added } = await db.insertInto('lz.claim').values({ id: input.id, claimant: caller.person, ...values })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
  if (added === 0n) refuse('claim_waiting');
};

/** The dispute this claim belongs to; opened where there was none and another has or wants the outlet. Null: nobody else. */
const disputeFor = async (outlet: WholeOutlet, street: string, context: Context): Promise<string | null> => {
  const { db, caller, now, random } = context;
  const open = await openDispute(db, outlet.id);
  if (open) return open.id;
  const rivals = (await waitingClaims(db, outlet.id)).filter(({ claimant }) => claimant !== caller.person);
  const owner = outlet.owner === caller.person ? null : outlet.owner;
  if (rivals.length === 0 && owner === null) return null;
  const { disputeAnswerHours } = await upkeepRules(context);
  const id = random.uuid();
  await db.insertInto('lz.dispute').values({
    id, outlet_id: outlet.id, street_code: street, owner, state: moved(disputeMachine, 'none', 'open', 'merchant')!, opened_at: now.toISOString(),
    answer_by: new Date(now.getTime() + disputeAnswerHours * 3_600_000).toISOString(), decided_at: null, decided_by: null,
  }).execute();
  for (const rival of rivals) await db.updateTable('lz.claim').set({ state: moved(claimMachine, rival.state, 'dispute', 'merchant')!, dispute_id: id }).where('id', '=', rival.id).execute();
  for (const person of new Set([...rivals.map(({ claimant }) => claimant), ...(owner ? [owner] : [])])) {
    await addMessage(db, { id: random.uuid(), person, kind: 'dispute_opened', body: { outlet: outlet.id, name: outlet.name, days: String(Math.round(disputeAnswerHours / 24)) }, at: now });
  }
  return id;
};

const shown = async (id: string, context: Context) => {
  const row = (await claimWithOutlet(context.db, id)) ?? refuse('not_found');
  return shownClaim(row, reasonWords(await upkeepRules(context), row.reason_code, row.reason));
};

export const withdrawClaim: Action<'outlet.withdrawClaim'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const found = await claimWithOutlet(db, input.id);
    if (found?.claimant !== caller.person) return refuse('not_found');
    await lockOutlet(db, found.outlet_id);
    const row = (await lockClaim(db, input.id))!;
    if (row.state === 'withdrawn') return { state: 'withdrawn' };
    if (moved(claimMachine, row.state, 'withdraw', 'merchant') === null) return refuse('decided_already');
    await db.updateTable('lz.claim').set({ state: 'withdrawn', decided_at: now.toISOString(), decided_by: caller.person }).where('id', '=', row.id).execute();
    if (row.dispute_id !== null) await dropIfAlone(row.dispute_id, row.outlet_id, context);
    await audit(context, 'claim.withdrawn', row.id);
    return { state: 'withdrawn' };
  },
};

/** Nobody disputes it any more: what is left is an ordinary claim, or nothing. */
const dropIfAlone = async (dispute: string, outlet: string, { db, now }: Context) => {
  const { owner } = await db.selectFrom('lz.dispute').select('owner').where('id', '=', dispute).executeTakeFirstOrThrow();
  const left = await waitingClaims(db, outlet);
  const sides = new Set([...left.map(({ claimant }) => claimant), ...(owner && left.length > 0 ? [owner] : [])]);
  if (sides.size > 1) return;
  await db.updateTable('lz.dispute').set({ state: 'dropped', decided_at: now.toISOString() }).where('id', '=', dispute).execute();
  for (const { id, claimant } of left) {
    await db.updateTable('lz.claim').set(claimant === owner ? { state: 'withdrawn', decided_at: now.toISOString() } : { state: 'pending', dispute_id: null }).where('id', '=', id).execute();
  }
};
