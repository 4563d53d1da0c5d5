/** A review as whoever wrote it sees it. */
import { shanghaiDay } from '../../domain/calendar';
import { halfYearOf } from '../../domain/reviews';
import type { ReviewRow } from '../../database/queries/reviews';
import type { OwnReview } from '../../types/contract/voice';
import type { UpkeepRules } from '../../types/rules';
import { reasonWords } from '../runtime/upkeep';

export const dayOf = (instant: string) => shanghaiDay(Date.parse(instant));

export const isFixed = ({ reply_state, half }: Pick<ReviewRow, 'reply_state' | 'half'>, now: Date): boolean => (reply_state !== null && reply_state !== 'refused') || half !== halfYearOf(now.getTime());

export const passedReply = ({ reply, reply_state, replied_at }: Pick<ReviewRow, 'reply' | 'reply_state' | 'replied_at'>) => (reply !== null && reply_state === 'passed' ? { text: reply, on: dayOf(replied_at!) } : null);

export const ownReview = (row: ReviewRow, now: Date, rules: UpkeepRules): OwnReview => ({
  id: row.id, version: row.version, aspects: row.aspects!, text: row.text,
  fate: row.state && { state: row.state, reason: row.state === 'refused' ? reasonWords(rules, row.reason_code, row.reason) : null },
  counts: row.counts, fixed: isFixed(row, now), on: dayOf(row.changed_at), reply: passedReply(row),
});
