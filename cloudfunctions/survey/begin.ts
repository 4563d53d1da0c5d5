/** Opens the questionnaire and hands out the ticket that proves, by our clock, when it was begun. */
import { writeTicket } from '../../domain/ticket';
import { openRound } from '../../database/queries/rounds';
import { ruleByHash } from '../../database/queries/rules';
import type { Questionnaire } from '../../types/rules';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { oversightOf } from './oversight';

export const begin: Action<'survey.begin'> = {
  for: 'anyone',
  transaction: false,
  async handle(input, context) {
    const { db, now, memo, secrets, settings } = context;
    const round = (await openRound(db, [input.community], now)) ?? refuse('round_not_open');
    const hash = round.questionnaire_hash;
    const questionnaire = (await memo(`rule:${hash}`, 3_600_000, () => ruleByHash<Questionnaire>(db, hash))) ?? refuse('unknown_questionnaire');
    return {
      round: {
        id: round.id, title: round.title, source: round.source, closesAt: round.closes_at, demo: round.demo,
        acceptedUntil: new Date(Date.parse(round.closes_at) + round.grace_hours * 3_600_000).toISOString(),
      },
      ticket: writeTicket({ round: round.id, questionnaireHash: hash, startedAt: now.getTime() }, secrets.ticket),
      hash,
      questionnaire: input.known === hash ? null : (questionnaire as never),
      oversight: await oversightOf(context),
      hotline: settings.hotline,
    };
  },
};
