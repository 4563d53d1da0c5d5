/** She writes, changes or withdraws a review. The index of the table, not this code, makes two at the same second one. */
import { startOfShanghaiDay } from '../../domain/calendar';
import { halfYearOf, saysSomething } from '../../domain/reviews';
import { survivorOf } from '../../database/queries/merges';
import { addMessage } from '../../database/queries/messages';
import { communityByCode } from '../../database/queries/places';
import { lockReview, reviewOf, reviewsOf, reviewsSince, type ReviewRow } from '../../database/queries/reviews';
import type { ParsedInput } from '../../types/contract';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { upkeepRules } from '../runtime/upkeep';
import { stateOf } from './check';
import { voiceRules } from './rules';
import { isFixed, ownReview } from './shown';

const mostShown = 100;

export const write: Action<'voice.write'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    if (!saysSomething(input.aspects, input.text)) return refuse('review_empty');
    const outlet = await headOf(await survivorOf(db, input.outlet), context);
    if (!outlet.listed) return refuse('outlet_closed');
    if (outlet.owner === caller.person) return refuse('own_outlet');
    const before = await lockReview(db, input.id);
    const row = before ? await changed(before, input, outlet.id, context) : await added(input, outlet, context);
    if (outlet.owner && row.state === 'passed' && row.version !== before?.version) {
      await addMessage(db, { id: context.random.uuid(), person: outlet.owner, kind: 'review_new', body: { outlet: outlet.id, name: outlet.name }, at: now });
    }
    return { review: ownReview(row, now, await upkeepRules(context)) };
  },
};

/** This role changes no outlet and can't hold one: an owner who changes at this very moment is not seen. */
const headOf = async (id: string, { db }: Context) => (await db.selectFrom('lz.outlet').select(['id', 'name', 'listed', 'owner', 'community_code']).where('id', '=', id).executeTakeFirst()) ?? refuse('not_found');

const added = async (input: ParsedInput<'voice.write'>, outlet: Awaited<ReturnType<typeof headOf>>, context: Context): Promise<ReviewRow> => {
  const { db, caller, now } = context;
  const half = halfYearOf(now.getTime());
  if (await reviewOf(db, outlet.id, caller.person, half)) return refuse('reviewed_already');
  const { mostADay } = (await voiceRules(context)).reviews;
  if ((await reviewsSince(db, caller.person, new Date(startOfShanghaiDay(now.getTime())).toISOString())) >= mostADay) return refuse('too_many_reviews');
  const { streetCode } = (await communityByCode(db, outlet.community_code)) ?? refuse('unknown_place');
  const row = await db.insertInto('lz.review').values({
    id: input.id, outlet_id: outlet.id, street_code: streetCode, half, writer: caller.person, version: 1, aspects: JSON.stringify(input.aspects), text: input.text,
    state: input.text === null ? null : stateOf(input.text, input.checked, context), written_at: now.toISOString(), changed_at: now.toISOString(),
  }).onConflict((conflict) => conflict.doNothing()).returningAll().executeTakeFirst();
  if (!row) return refuse('reviewed_already');
  await audit(context, 'review.written', row.id, { outlet: row.outlet_id, state: row.state });
  return row;
};

/** `outlet`: where what she reviewed is now. */
const changed = async (before: ReviewRow, input: ParsedInput<'voice.write'>, outlet: string, context: Context): Promise<ReviewRow> => {
  const { db, caller, now } = context;
  if (before.writer !== caller.person || (await survivorOf(db, before.outlet_id)) !== outlet || before.withdrawn_at !== null) return refuse('not_found');
  const sameText = before.text === input.text;
  if (sameText && Object.entries(input.aspects).every(([name, said]) => before.aspects![name as keyof typeof input.aspects] === said)) return before;
  if (isFixed(before, now)) return refuse('review_fixed');
  // what a person has looked at stays decided as long as the words are the same
  const fate = sameText ? {} : { text: input.text, state: input.text === null ? null : stateOf(input.text, input.checked, context), reason_code: null, reason: null, counts: true, decided_at: null, decided_by: null };
  const row = await db.updateTable('lz.review').set({
    version: before.version + 1, aspects: JSON.stringify(input.aspects), changed_at: now.toISOString(), ...fate,
    reply: null, reply_state: null, reply_reason_code: null, reply_reason: null, replied_at: null,
    ...(sameText ? {} : { complaint: null, complaint_state: null, complained_at: null }),
  }).where('id', '=', before.id).returningAll().executeTakeFirstOrThrow();
  await audit(context, 'review.changed', row.id, { version: row.version, state: row.state });
  return row;
};

/** Emptied: only that there was one stays, so that writing and withdrawing has its limit too. */
export const withdraw: Action<'voice.withdraw'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = await lockReview(db, input.id);
    if (row?.writer !== caller.person) return refuse('not_found');
    if (row.withdrawn_at === null) {
      await db.updateTable('lz.review').set({
        version: row.version + 1, aspects: null, text: null, state: null, reason_code: null, reason: null, withdrawn_at: now.toISOString(),
        reply: null, reply_state: null, reply_reason_code: null, reply_reason: null, replied_at: null, complaint: null, complaint_state: null, complained_at: null,
      }).where('id', '=', row.id).execute();
      await audit(context, 'review.withdrawn', row.id);
    }
    return { state: 'withdrawn' };
  },
};

export const mine: Action<'voice.mine'> = {
  transaction: false,
  async handle(_input, context) {
    const { db, caller, now, settings } = context;
    const rules = await upkeepRules(context);
    return {
      reviews: (await reviewsOf(db, caller.person, mostShown)).map(({ outlet, name, address, ...row }) => ({ ...ownReview(row, now, rules), outlet: { id: outlet, name, address } })),
      keepMonths: (await voiceRules(context)).reviews.keepMonths, hotline: settings.hotline,
    };
  },
};
