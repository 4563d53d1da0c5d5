/** A decision about a text is taken back: its part waits again. Not once it was decided otherwise, written anew or withdrawn. */
import { addMessage } from '../../database/queries/messages';
import { outletById } from '../../database/queries/outlets';
import { isWriter, lockDeskReview, tellWriter, type DeskReview } from '../../database/queries/reviews';
import { noteUndone } from '../../database/queries/visits';
import type { Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { allow } from './undoable';

interface Decision { readonly part: 'review' | 'reply' | 'complaint'; readonly decision: 'pass' | 'refuse'; readonly at: string }

export const undoText = async (id: string, context: Context): Promise<void> => {
  const { db, caller, now, random } = context;
  const found = (await db.selectFrom('lz.text_decision').selectAll().where('id', '=', id).executeTakeFirst()) ?? refuse('not_found');
  const row = (await lockDeskReview(db, found.review_id)) ?? refuse('not_found');
  const outlet = (await outletById(db, row.outlet_id)) ?? refuse('not_found');
  const own = await isWriter(db, row.id, caller.person);
  await allow({ street_code: found.street_code, decided_at: found.at, person: own ? caller.person : outlet.owner ?? '' }, context);
  if (!(await noteUndone(db, id, caller.person, now))) return refuse('decided_already');
  if (!stands(row, found) || (await decidedSince(found, context))) return refuse('undo_changed');
  await db.updateTable('lz.review').set(waitingAgain(row, found)).where('id', '=', row.id).execute();
  const body = { outlet: outlet.id, name: outlet.name };
  if (found.part === 'review' || (found.part === 'complaint' && found.decision === 'refuse')) await tellWriter(db, row.id, { id: random.uuid(), kind: 'review_undone', body, at: now });
  if (found.part !== 'review' && outlet.owner) await addMessage(db, { id: random.uuid(), person: outlet.owner, kind: `${found.part}_undone`, body, at: now });
};

const decidedSince = async ({ review_id, part, at }: Decision & { readonly review_id: string }, { db }: Context): Promise<boolean> =>
  (await db.selectFrom('lz.text_decision').select('id').where('review_id', '=', review_id).where('part', '=', part).where('at', '>', at).limit(1).executeTakeFirst()) !== undefined;

/** The part is as this decision left it, and its words are those that were decided on. */
const stands = (row: DeskReview, { part, decision, at }: Decision): boolean => {
  if (row.withdrawn_at !== null) return false;
  const state = decision === 'pass' ? 'passed' : 'refused';
  const unwritten = (written: string | null) => written !== null && Date.parse(written) <= Date.parse(at);
  if (part === 'review') return row.state === state && unwritten(row.changed_at);
  if (part === 'reply') return row.reply_state === state && unwritten(row.replied_at);
  if (decision === 'pass') return row.complaint_state === 'kept' && unwritten(row.complained_at);
  // the words went with it, unless they were decided on again
  return row.complaint_state === 'upheld' && unwritten(row.complained_at) && (row.text === null || (row.state === 'refused' && row.decided_at === at));
};

/** A complaint is taken from a text that was seen, so that is what it was before. */
const waitingAgain = (row: DeskReview, { part, decision }: Decision) => {
  const undecided = { reason_code: null, reason: null, counts: true, decided_at: null, decided_by: null };
  if (part === 'review') return { state: 'held' as const, ...undecided };
  if (part === 'reply') return { reply_state: 'held' as const, reply_reason_code: null, reply_reason: null };
  if (decision === 'pass') return { complaint_state: 'open' as const };
  return { complaint_state: 'open' as const, ...(row.text === null ? {} : { state: 'passed' as const }), ...undecided };
};
