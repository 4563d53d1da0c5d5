/**
 * A text about an outlet that no platform let through, or that its owner complains of: a person of the street looks. Who wrote it is not known
 * here; whether it was the officer herself is asked of the database.
 */
import { shanghaiDay } from '../../domain/calendar';
import { survivorOf } from '../../database/queries/merges';
import { addMessage } from '../../database/queries/messages';
import { outletById } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { deskReview, isWriter, lockDeskReview, tellWriter, type DeskReview } from '../../database/queries/reviews';
import type { ParsedInput } from '../../types/contract';
import type { TextPart } from '../../types/contract/voice';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { reasonWords, upkeepRules } from '../runtime/upkeep';
import { hoursLeft } from '../runtime/caseClock';
import { requireReason } from './reasons';
import { requireStreet } from '../runtime/scope';

const waitingParts = ({ state, reply_state, complaint_state }: Pick<DeskReview, 'state' | 'reply_state' | 'complaint_state'>): TextPart[] => [
  ...(state === 'held' ? ['review' as const] : []), ...(reply_state === 'held' ? ['reply' as const] : []), ...(complaint_state === 'open' ? ['complaint' as const] : []),
];
const sinceOf = (row: DeskReview): string =>
  [row.state === 'held' ? row.changed_at : null, row.reply_state === 'held' ? row.replied_at : null, row.complaint_state === 'open' ? row.complained_at : null].filter((at) => at !== null).sort()[0] ?? row.changed_at;

export const text: Action<'desk.text'> = {
  transaction: false,
  async handle({ id }, context) {
    const { db, caller, now, settings } = context;
    const row = (await deskReview(db, id)) ?? refuse('not_found');
    requireStreet(context, row.street_code);
    const waiting = waitingParts(row);
    if (row.withdrawn_at !== null) return refuse('decided_already');
    const outlet = (await outletById(db, await survivorOf(db, row.outlet_id))) ?? refuse('not_found');
    const community = (await communityByCode(db, outlet.community_code)) ?? refuse('unknown_place');
    const rules = await upkeepRules(context);
    const since = sinceOf(row);
    return {
      id: row.id, version: row.version, outlet: { id: outlet.id, name: outlet.name, address: outlet.address }, community: { code: community.code, name: community.name }, demo: outlet.demo,
      since, hoursLeft: hoursLeft('text', Date.parse(since), now, rules), writtenOn: shanghaiDay(Date.parse(row.changed_at)), aspects: row.aspects!,
      review: row.text === null ? null : { text: row.text, state: row.state! },
      reply: row.reply === null ? null : { text: row.reply, state: row.reply_state! },
      complaint: row.complaint === null ? null : { text: row.complaint, state: row.complaint_state! },
      waiting, own: outlet.owner === caller.person || (await isWriter(db, row.id, caller.person)),
      reasons: rules.reasons.filter((reason) => reason.for.includes('text')).map(({ code, say, mend, whole }) => ({ code, say, mend, whole: whole ?? false })),
      hotline: settings.hotline,
    };
  },
};

export const decideText: Action<'desk.decideText'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller } = context;
    const row = (await lockDeskReview(db, input.id)) ?? refuse('not_found');
    requireStreet(context, row.street_code);
    const outlet = (await outletById(db, await survivorOf(db, row.outlet_id))) ?? refuse('not_found');
    if (outlet.owner === caller.person || (await isWriter(db, row.id, caller.person))) return refuse('own_case');
    if (!open(row, input)) return refuse('decided_already');
    if (row.version !== input.seen) return refuse('review_changed');
    if (input.decision === 'refuse') await requireReason('text', input, context);
    const set = await decided(input, row, context);
    await db.updateTable('lz.review').set(set).where('id', '=', row.id).execute();
    await db.insertInto('lz.text_decision').values({ id: context.random.uuid(), review_id: row.id, street_code: row.street_code, part: input.part, decision: input.decision, at: context.now.toISOString(), by: caller.person }).execute();
    await audit(context, `text.${input.decision === 'pass' ? 'passed' : 'refused'}`, row.id, { part: input.part, reasonCode: input.reasonCode });
    await tell(input, row, outlet, context);
    return { waiting: waitingParts({ ...row, ...set }) };
  },
};

/** It stands as she saw it, and would stand otherwise. A complaint is decided once: the review it was about can be decided again. */
const open = (row: DeskReview, { part, was = 'held', decision }: Decision): boolean => {
  if (row.withdrawn_at !== null) return false;
  if (part === 'complaint') return row.complaint_state === 'open';
  return (part === 'review' ? row.state : row.reply_state) === was && was !== (decision === 'pass' ? 'passed' : 'refused');
};

type Decision = ParsedInput<'desk.decideText'>;
type Columns = Partial<Pick<DeskReview, 'state' | 'reason_code' | 'reason' | 'counts' | 'decided_at' | 'decided_by' | 'reply_state' | 'reply_reason_code' | 'reply_reason' | 'complaint_state'>>;

/** A complaint that is right refuses the review's text as if it had been held. */
const decided = async ({ part, decision, reasonCode, reason }: Decision, row: DeskReview, context: Context): Promise<Columns> => {
  const { caller, now } = context;
  const by = { decided_at: now.toISOString(), decided_by: caller.person };
  if (part === 'reply') return decision === 'pass' ? { reply_state: 'passed', reply_reason_code: null, reply_reason: null, ...by } : { reply_state: 'refused', reply_reason_code: reasonCode, reply_reason: reason, ...by };
  const whole = (await upkeepRules(context)).reasons.find(({ code }) => code === reasonCode)?.whole ?? false;
  const refused: Columns = { state: 'refused', reason_code: reasonCode, reason, counts: !whole, ...by };
  if (part === 'review') return decision === 'pass' ? { state: 'passed', reason_code: null, reason: null, counts: true, ...by } : refused;
  return decision === 'pass' ? { complaint_state: 'kept', ...by } : { complaint_state: 'upheld', ...(row.text === null ? { counts: !whole, ...by } : refused) };
};

const tell = async ({ part, decision, reasonCode, reason }: Decision, row: DeskReview, outlet: { readonly id: string; readonly name: string; readonly owner: string | null }, context: Context) => {
  const { db, now, random } = context;
  const words = decision === 'refuse' ? reasonWords(await upkeepRules(context), reasonCode, reason) : null;
  const body = { outlet: outlet.id, name: outlet.name, ...(words ? { reason: words } : {}) };
  const writer = (kind: string) => tellWriter(db, row.id, { id: random.uuid(), kind, body, at: now });
  const owner = async (kind: string) => { if (outlet.owner) await addMessage(db, { id: random.uuid(), person: outlet.owner, kind, body: part === 'review' ? { outlet: outlet.id, name: outlet.name } : body, at: now }); };
  if (part === 'review') {
    await writer(decision === 'pass' ? 'review_passed' : 'review_refused');
    if (decision === 'pass') await owner('review_new');
  } else if (part === 'reply') {
    if (decision === 'pass') await writer('review_answered');
    await owner(decision === 'pass' ? 'reply_passed' : 'reply_refused');
  } else {
    if (decision === 'refuse') await writer('review_refused');
    await owner(decision === 'refuse' ? 'complaint_upheld' : 'complaint_kept');
  }
};
