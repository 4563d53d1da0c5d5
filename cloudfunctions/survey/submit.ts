/**
 * Takes one answer. The order matters: what can be refused without the database is refused first; one statement, which
 * answers that come at once share, then writes participation, answer and count together, or nothing. Sending the same again
 * finds the participation it made and gets the same receipt, because leaf and receipt follow from what was sent.
 */
import { shanghaiDay } from '../../domain/calendar';
import type { Promised } from '../../domain/check-code';
import { answerText, commitmentText } from '../../domain/leaf';
import { ageBand, cleanAnswers, endedBy, isEligible, modeOf, problemsOf, visibleQuestions } from '../../domain/questionnaire';
import { receiptFrom } from '../../domain/receipt';
import { roundState } from '../../domain/round';
import { readTicket, type Ticket } from '../../domain/ticket';
import { firstSubmission, takeWithCode, type NewResponse, type Taken } from '../../database/queries/responses';
import { communitiesOfRound, releaseAtOf, roundById, type RoundRow } from '../../database/queries/rounds';
import { ruleByHash } from '../../database/queries/rules';
import { lastSeal } from '../../database/queries/seals';
import type { ParsedInput } from '../../types/contract';
import type { Answers } from '../../types/contract/survey';
import type { MethodRules, Questionnaire } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { leafOf, sha256 } from '../runtime/hashing';
import { refuse } from '../runtime/refusal';
import type { RoundSecrets } from '../runtime/secrets';
import { sealedRemark } from './remark';
import { secretsOfRound } from './roundSecrets';
import { codeOnce } from './signedTogether';
import { takeInCrowd } from './takeInCrowd';
import { tagsOf, wayOf, type Tags, type Way } from './way';

const hourMs = 3_600_000;
/** An answer stands under a seal within a day, however few came that hour. */
const promisedHours = 24;

export const submit: Action<'survey.submit'> = {
  transaction: false,
  async handle(input, context) {
    const { now } = context;
    const { round, method, communities } = (await known(input.round, context)) ?? refuse('round_closed');
    const ticket = ticketOf(input, round, context);
    const questionnaire = await questionnaireOf(input.questionnaireHash, context);
    const way = await wayOf(input, round, context);
    const answers = checked(questionnaire, input, way, communities);

    const taken = stillTaken(ticket, round, now);
    const secrets = (await secretsOfRound(round, context)) ?? refuse(taken ? 'round_paused' : 'round_closed');
    for (let tries = 1; ; tries += 1) {
      const tags = await tagsOf(way, input, round, secrets, context);
      const response = responseOf({ input, round, method, questionnaire, answers, way, tags, secrets }, context);
      const promised = await promiseOf(round, response.leaf, context);
      if (!taken) {
        const first = await firstSubmission(context.db, round.id, tags.tag);
        return first && Buffer.from(first).equals(response.submission) ? replyOf(round, promised, await codeOnce(Promise.resolve(), promised, context), now) : refuse('round_closed');
      }
      try {
        return replyOf(round, promised, await codeOnce(take(response, way, tags, context), promised, context), now);
      } catch (error) {
        // another code was entered on this phone at the same moment: whether this one is the third is part of the leaf, so it is made anew
        if (!(error instanceof PhoneMoved)) throw error;
        if (tries === mostTries) return refuse('database_unavailable');
      }
    }
  },
};

const mostTries = 5;

interface Given {
  readonly input: ParsedInput<'survey.submit'>;
  readonly round: RoundRow;
  readonly method: MethodRules;
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  readonly way: Way;
  readonly tags: Tags;
  readonly secrets: RoundSecrets;
}

const responseOf = ({ input, round, method, questionnaire, answers, way, tags, secrets }: Given, context: Context): NewResponse => {
  const { [questionnaire.remarkQuestion]: remark, ...content } = answers;
  const salt = secrets.salt(input.submissionId);
  const withdrawHash = input.withdrawHash === undefined ? secrets.noWithdrawal(input.submissionId) : Buffer.from(input.withdrawHash, 'hex');
  const reversed = input.reversed ?? false;
  const leaf = leafOf(answerText({
    round: round.id, questionnaire: input.questionnaireHash, community: input.community, source: way.source, withdrawHash,
    commitment: sha256(commitmentText(salt, { answers: content, seconds: input.seconds, reversed, crowded: tags.crowded })),
  }));
  return {
    round: round.id, tag: tags.tag, submission: secrets.submission(input.submissionId, leaf), leaf, salt, withdrawHash, again: way.kind === 'again' ? way.hash : null, community: input.community,
    ageBand: ageBand(questionnaire, answers) ?? refuse('answers_incomplete', questionnaire.ageQuestion), eligible: isEligible(questionnaire, answers, method), source: way.source, ...modeOf(questionnaire, answers),
    questionnaireHash: input.questionnaireHash, answers: JSON.stringify(content), seconds: input.seconds, reversed,
    remark: typeof remark === 'string' ? sealedRemark(round.id, remark, input.remarkChecked, context) : null, day: shanghaiDay(context.now.getTime()), phone: tags.phone,
  };
};

class PhoneMoved extends Error {}

/** Rejects where it is not taken. */
const take = async (response: NewResponse, way: Way, { crowded }: Tags, context: Context): Promise<void> => {
  const { db } = context;
  const outcome = way.kind === 'letter' || way.kind === 'assist'
    ? await takeWithCode(db, response, { letter: way.kind === 'letter' ? way.hash : null, crowded, assist: way.kind === 'assist' ? way.hash : null })
    : await takeInCrowd(db, response);
  if (outcome !== 'taken' && outcome !== 'repeated') refused(outcome);
};

const refused = (outcome: Exclude<Taken, 'taken' | 'repeated'>): never => {
  switch (outcome) {
    case 'answered': return refuse('already_answered');
    case 'not_withdrawn': return refuse('not_withdrawn');
    case 'letter': return refuse('letter_elsewhere');
    case 'assist': return refuse('assist_unknown');
    case 'assist_spent': return refuse('assist_spent');
    case 'phone_moved': throw new PhoneMoved();
  }
};

/** The promise that goes with a receipt. */
const promiseOf = async ({ id }: RoundRow, leaf: Uint8Array, { db, now, memo }: Context): Promise<Promised> => {
  const last = await memo(`seal:${id}`, 60_000, () => lastSeal(db, id));
  return { round: id, leaf, sealedBy: Math.floor(now.getTime() / 1000) * 1000 + promisedHours * hourMs, last: last ?? { size: 0, root: sha256('') } };
};

const replyOf = (round: RoundRow, promised: Promised, checkCode: string, now: Date) => ({
  receipt: receiptFrom(promised.leaf), checkCode, sealedBy: new Date(promised.sealedBy).toISOString(),
  round: { id: round.id, title: round.title, releaseAt: releaseAtOf(round, now) },
});

/** A round never changes once it is open, so a minute's memory is safe and saves three queries an answer. */
const known = (id: string, { db, memo }: Context) =>
  memo(`round:${id}`, 60_000, async () => {
    const round = await roundById(db, id);
    if (!round) return null;
    const method = await ruleByHash<MethodRules>(db, round.method_hash);
    const communities = await communitiesOfRound(db, id);
    return method && { round, method, communities: new Set(communities.map((row) => row.community_code)) };
  });

/** The text the answer was given to is the round's own, or the one a ticket of ours names. */
const ticketOf = (input: ParsedInput<'survey.submit'>, round: RoundRow, { secrets }: Context): Ticket | null => {
  const ticket = input.ticket === null ? null : readTicket(input.ticket, secrets.ticket) ?? refuse('ticket_invalid');
  if (ticket && (ticket.round !== round.id || ticket.questionnaireHash !== input.questionnaireHash)) return refuse('ticket_invalid');
  if (!ticket && input.questionnaireHash !== round.questionnaire_hash) return refuse('unknown_questionnaire');
  return ticket;
};

const questionnaireOf = async (hash: string, { db, memo }: Context): Promise<Questionnaire> =>
  (await memo(`rule:${hash}`, hourMs, () => ruleByHash<Questionnaire>(db, hash))) ?? refuse('unknown_questionnaire');

/** Answers to questions she was not asked are dropped; the rest must be whole and valid. */
const checked = (questionnaire: Questionnaire, input: ParsedInput<'survey.submit'>, { kind, source }: Way, communities: ReadonlySet<string>): Answers => {
  if (!communities.has(input.community)) return refuse('unknown_place');
  const where = questionnaire.questions.find(({ kind }) => kind === 'community');
  if (where && input.answers[where.id] !== input.community) return refuse('answers_invalid', where.id);
  if (endedBy(questionnaire, input.answers)) return refuse('not_eligible', questionnaire.ageQuestion);
  const visible = visibleQuestions(questionnaire, input.answers, { source });
  const problem = problemsOf(questionnaire, input.answers, { source }, communities, visible)[0];
  if (problem) return refuse(problem.problem === 'missing' ? 'answers_incomplete' : problem.problem === 'too_long' ? 'text_too_long' : 'answers_invalid', problem.question);
  const answers = cleanAnswers(questionnaire, input.answers, { source }, visible);
  return kind === 'assist' && modeOf(questionnaire, answers).mode !== 'assisted' ? refuse('assist_filler', questionnaire.fillerQuestion) : answers;
};

const stillTaken = (ticket: Ticket | null, round: RoundRow, now: Date): boolean => {
  const state = roundState({ opensAt: Date.parse(round.opens_at), closesAt: Date.parse(round.closes_at), graceMs: round.grace_hours * hourMs }, now.getTime(), ticket?.startedAt ?? null);
  if (state === 'not_open') return refuse('round_not_open');
  return state !== 'closed';
};
