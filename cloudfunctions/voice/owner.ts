/** The owner answers a review once, or says that it is wrong; then a person of the street looks. */
import { lockReview, type ReviewRow } from '../../database/queries/reviews';
import { survivorOf } from '../../database/queries/merges';
import { addMessage } from '../../database/queries/messages';
import { outletById, type WholeOutlet } from '../../database/queries/outlets';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { stateOf } from './check';

const owned = async (review: string, { db, caller }: Context): Promise<{ row: ReviewRow; outlet: WholeOutlet }> => {
  const row = (await lockReview(db, review)) ?? refuse('not_found');
  const outlet = (await outletById(db, await survivorOf(db, row.outlet_id))) ?? refuse('not_found');
  if (outlet.owner !== caller.person) return refuse('not_yours');
  // what others can't read she can't either
  if (row.withdrawn_at !== null || row.state !== 'passed' || !row.counts) return refuse('not_found');
  return { row, outlet };
};

export const reply: Action<'voice.reply'> = {
  transaction: true,
  async handle(input, context) {
    const { db, now, random } = context;
    const { row, outlet } = await owned(input.review, context);
    if (row.reply !== null && row.reply_state !== 'refused') return row.reply === input.text ? { state: row.reply_state! } : refuse('replied_already');
    if (row.version !== input.seen) return refuse('review_changed');
    const state = stateOf(input.text, input.checked, context);
    await db.updateTable('lz.review').set({ version: row.version + 1, reply: input.text, reply_state: state, reply_reason_code: null, reply_reason: null, replied_at: now.toISOString() }).where('id', '=', row.id).execute();
    await audit(context, 'review.replied', row.id, { state });
    if (state === 'passed') await addMessage(db, { id: random.uuid(), person: row.writer, kind: 'review_answered', body: { outlet: outlet.id, name: outlet.name }, at: now });
    return { state };
  },
};

export const complain: Action<'voice.complain'> = {
  transaction: true,
  async handle(input, context) {
    const { db, now } = context;
    const { row } = await owned(input.review, context);
    if (row.complaint !== null) return row.complaint === input.text ? { state: row.complaint_state! } : refuse('complained_already');
    if (row.version !== input.seen) return refuse('review_changed');
    await db.updateTable('lz.review').set({ version: row.version + 1, complaint: input.text, complaint_state: 'open', complained_at: now.toISOString() }).where('id', '=', row.id).execute();
    await audit(context, 'review.complained', row.id);
    return { state: 'open' };
  },
};
