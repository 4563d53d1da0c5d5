/**
 * Takes one answer. The order matters: what can be refused without the database is refused first; one
 * statement then writes participation, answer and count together, or nothing. Sending the same again finds
 * the participation it made and gets the same receipt, because the receipt follows from what was sent.
 */
import { canonicalJson } from '../../domain/canonical';
import { shanghaiDay } from '../../domain/calendar';
import { ageBand, cleanAnswers, endedBy, isEligible, modeOf, problemsOf } from '../../domain/questionnaire';
import { receiptFrom } from '../../domain/receipt';
import { roundState } from '../../domain/round';
import { readTicket } from '../../domain/ticket';
import { firstSubmission, takeResponse } from '../../database/queries/responses';
import { communitiesOfRound, releaseAtOf, roundById, type RoundRow } from '../../database/queries/rounds';
import { ruleByHash } from '../../database/queries/rules';
import type { ParsedInput } from '../../types/contract';
import type { MethodRules, Questionnaire } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { sha256 } from '../runtime/secrets';

export const submit: Action<'survey.submit'> = {
  for: 'anyone',
  transaction: false,
  async handle(input, context) {
    const { db, caller, now, secrets } = context;
    const { round, method, communities } = (await known(input.round, context)) ?? refuse('round_closed');
    const questionnaire = await questionnaireOf(input, round, context);
    const answers = checked(questionnaire, input, round, communities);

    const tag = secrets.participation(round.id, caller.identity);
    const submission = secrets.submission(round.id, input.submissionId, canonicalJson({ community: input.community, answers }));
    const receipt = receiptFrom(secrets.receipt(round.id, input.submissionId));
    const reply = { receipt, round: { id: round.id, title: round.title, releaseAt: releaseAtOf(round, now) } };

    if (!stillTaken(input, round, context)) {
      const first = await firstSubmission(db, round.id, tag);
      if (first && Buffer.from(first).equals(submission)) return reply;
      return refuse('round_closed');
    }
    const { [questionnaire.remarkQuestion]: remark, ...rest } = answers;
    const outcome = await takeResponse(db, {
      round: round.id, tag, submission, receipt: sha256(receipt), community: input.community,
      ageBand: ageBand(questionnaire, answers) ?? refuse('answers_incomplete', questionnaire.ageQuestion), eligible: isEligible(questionnaire, answers, method), source: round.source, ...modeOf(questionnaire, answers),
      questionnaireHash: input.questionnaireHash, answers: JSON.stringify(rest), seconds: input.seconds,
      remark: typeof remark === 'string' && remark.trim() !== '' ? remark.trim() : null, day: shanghaiDay(now.getTime()),
    });
    return outcome === 'answered' ? refuse('already_answered') : reply;
  },
};

/** A round never changes once it is open, so a minute's memory is safe and saves three queries an answer. */
const known = (id: string, { db, memo }: Context) =>
  memo(`round:${id}`, 60_000, async () => {
    const round = await roundById(db, id);
    if (!round) return null;
    const method = await ruleByHash<MethodRules>(db, round.method_hash);
    const communities = await communitiesOfRound(db, id);
    return method && { round, method, communities: new Set(communities.map((row) => row.community_code)) };
  });

/** The text the answer was given to: the round's own, or the one a ticket of ours names. */
const questionnaireOf = async (input: ParsedInput<'survey.submit'>, round: RoundRow, { db, memo, secrets }: Context): Promise<Questionnaire> => {
  const ticket = input.ticket === null ? null : readTicket(input.ticket, secrets.ticket) ?? refuse('ticket_invalid');
  if (ticket && (ticket.round !== round.id || ticket.questionnaireHash !== input.questionnaireHash)) return refuse('ticket_invalid');
  if (!ticket && input.questionnaireHash !== round.questionnaire_hash) return refuse('unknown_questionnaire');
  return (await memo(`rule:${input.questionnaireHash}`, 3_600_000, () => ruleByHash<Questionnaire>(db, input.questionnaireHash))) ?? refuse('unknown_questionnaire');
};

/** Answers to questions she was not asked are dropped; the rest must be whole and valid. */
const checked = (questionnaire: Questionnaire, input: ParsedInput<'survey.submit'>, round: RoundRow, communities: ReadonlySet<string>) => {
  if (!communities.has(input.community)) return refuse('unknown_place');
  const where = questionnaire.questions.find(({ kind }) => kind === 'community');
  if (where && input.answers[where.id] !== input.community) return refuse('answers_invalid', where.id);
  if (endedBy(questionnaire, input.answers)) return refuse('not_eligible', questionnaire.ageQuestion);
  const problem = problemsOf(questionnaire, input.answers, { source: round.source }, communities)[0];
  if (problem) return refuse(problem.problem === 'missing' ? 'answers_incomplete' : problem.problem === 'too_long' ? 'text_too_long' : 'answers_invalid', problem.question);
  return cleanAnswers(questionnaire, input.answers, { source: round.source });
};

const stillTaken = (input: ParsedInput<'survey.submit'>, round: RoundRow, { now, secrets }: Context): boolean => {
  const startedAt = input.ticket === null ? null : readTicket(input.ticket, secrets.ticket)?.startedAt ?? null;
  const state = roundState({ opensAt: Date.parse(round.opens_at), closesAt: Date.parse(round.closes_at), graceMs: round.grace_hours * 3_600_000 }, now.getTime(), startedAt);
  if (state === 'not_open') return refuse('round_not_open');
  return state !== 'closed';
};
