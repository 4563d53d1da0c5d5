/**
 * The questionnaire that is being filled in, as the phone keeps it: closing the app or changing the page loses
 * nothing. The id under which it will be sent is made once and belongs to what was sent under it: the same
 * content goes under the same id and counts once, changed content gets a new one.
 */
import type { Output } from '../../../types/contract';
import type { Answers, AnswerValue } from '../../../types/contract/survey';
import type { Topic } from '../../../types/contract/shared';
import type { ErrorCode } from '../../../types/errors';
import type { Questionnaire } from '../../../types/rules';
import { cleanAnswers, problemsOf, visibleQuestions } from '../../../domain/questionnaire';
import { itemsOf, withoutStale } from '../../../domain/questionnaire-items';
import { topicOf } from '../../../domain/topic';
import { uuid } from '../ids';
import { remembered, type Remembered } from '../remembered';
import type { Way } from './way';

export interface DraftCommunity { readonly code: string; readonly name: string }
type Begun = Output<'survey.begin'>;

export interface Draft {
  readonly submissionId: string;
  readonly round: Begun['round'];
  readonly ticket: string;
  readonly hash: string;
  readonly questionnaire: Questionnaire;
  readonly community: DraftCommunity;
  readonly answers: Answers;
  /** The question she was at; null: looking over all answers before sending. */
  readonly at: string | null;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Takes the answer back later; absent in what older versions kept, null where the phone could not make one. */
  readonly secret?: string | null;
  /** The scale runs the other way: for a random half, so that its direction sways nothing. */
  readonly reversed?: boolean;
  /** How it comes, where it is not by the poster; absent in what older versions kept. */
  readonly way?: Way | null;
  /** Who receives 「有人要求我怎么填」; absent in what older versions kept. */
  readonly oversight?: Begun['oversight'];
  /** Who checks what she writes, as she was told before she wrote it; absent in what older versions kept. */
  readonly remarkCheck?: Begun['remarkCheck'];
  /** What was sent under `submissionId`, or null. */
  readonly sent: string | null;
  /** Why the server did not take it, until she changes something. */
  readonly refused: { readonly code: ErrorCode; readonly say: string; readonly field: string | null } | null;
}

/** One for each topic: whoever began one questionnaire may fill in the other meanwhile. */
const drafts: Readonly<Record<Topic, Remembered<Draft>>> = { satisfaction: remembered('draft:survey'), needs: remembered('draft:needs') };
export const draftOf = (topic: Topic): Remembered<Draft> => drafts[topic];
export const topicOfDraft = ({ questionnaire }: Draft): Topic => topicOf(questionnaire);
/** Where a draft of this round is kept, if there is one. */
export const draftOfRound = (round: string): Remembered<Draft> | undefined => Object.values(drafts).find((kept) => kept.refresh()?.round.id === round);

/** A fresh draft; the community is known from the poster or was picked, and stands there to be changed. */
export function startDraft(begun: Begun, community: DraftCommunity, own: Pick<Draft, 'secret' | 'reversed' | 'way'>): Draft {
  const questionnaire = begun.questionnaire as unknown as Questionnaire;
  const where = questionnaire.questions.find(({ kind }) => kind === 'community');
  return {
    submissionId: uuid(), round: begun.round, ticket: begun.ticket, hash: begun.hash, questionnaire, community, oversight: begun.oversight, remarkCheck: begun.remarkCheck,
    answers: where ? { [where.id]: community.code } : {},
    at: itemsOf(questionnaire)[0]?.id ?? null, startedAt: Date.now(), sent: null, refused: null, ...own,
  };
}

/** The draft on the newest text and ticket, with every answer that still fits. */
export function renewDraft(old: Draft, begun: Begun): Draft {
  const fresh = startDraft(begun, old.community, { secret: old.secret, reversed: old.reversed, way: old.way });
  const questions = new Set(itemsOf(fresh.questionnaire).map(({ id }) => id));
  const kept = Object.fromEntries(Object.entries(old.answers).filter(([id]) => questions.has(id)));
  const wrong = new Set(problemsOf(fresh.questionnaire, kept, fresh.round, new Set([old.community.code])).map(({ question }) => question));
  // what she wrote goes to nobody of whom she was not told before
  const remarkCheck = kept[fresh.questionnaire.remarkQuestion] === undefined ? fresh.remarkCheck : old.remarkCheck;
  return { ...fresh, answers: Object.fromEntries(Object.entries(kept).filter(([id]) => !wrong.has(id))), startedAt: old.startedAt, remarkCheck };
}

/** The draft after a question was answered; `undefined` takes the answer back. Wishes that it leaves nothing of go with it. */
export function withAnswer(old: Draft, question: string, value: AnswerValue | undefined): Draft {
  const { [question]: _old, ...rest } = old.answers;
  return { ...old, answers: withoutStale(old.questionnaire, value === undefined ? rest : { ...rest, [question]: value }), refused: null };
}

export const askedOf = ({ questionnaire, answers, round }: Draft) => visibleQuestions(questionnaire, answers, round);

/** Ids of the questions that still stand in the way of sending. */
export const openOf = ({ questionnaire, answers, round, community }: Draft): string[] =>
  problemsOf(questionnaire, answers, round, new Set([community.code])).map(({ question }) => question);

/** What would be sent: only what was asked and answered. `content` tells one answer from another. */
export function contentOf({ questionnaire, answers, round, community }: Draft): { answers: Answers; content: string } {
  const clean = cleanAnswers(questionnaire, answers, round);
  return { answers: clean, content: JSON.stringify([community.code, clean]) };
}

/** What she wrote in her own words, if WeChat is to check it before it is sent. */
export function remarkForWeChat({ questionnaire: { remarkQuestion }, remarkCheck }: Draft, answers: Answers): { question: string; text: string } | null {
  const text = answers[remarkQuestion];
  return remarkCheck === 'wechat' && typeof text === 'string' ? { question: remarkQuestion, text } : null;
}

/** The grace time is over too: nobody takes this draft any more. */
export const isExpired = ({ round }: Draft, now: number): boolean => now >= Date.parse(round.acceptedUntil);
