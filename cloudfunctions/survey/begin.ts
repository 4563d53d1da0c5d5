/** Opens the questionnaire and hands out the ticket that proves, by our clock, when it was begun. */
import { writeTicket } from '../../domain/ticket';
import { topicOf } from '../../domain/topic';
import { placeOfAssist, placeOfLetter } from '../../database/queries/letters';
import { communityByCode } from '../../database/queries/places';
import { firstSubmission } from '../../database/queries/responses';
import { openRound, roundById, type RoundRow } from '../../database/queries/rounds';
import { ruleByHash } from '../../database/queries/rules';
import type { ParsedInput } from '../../types/contract';
import type { Questionnaire } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { oversightOf } from './oversight';
import { secretsOfRound } from './roundSecrets';
import { codeHashOf, tokenHashOf, wayOf } from './way';

export const begin: Action<'survey.begin'> = {
  transaction: false,
  async handle(input, context) {
    const { db, now, memo, secrets, settings, contentCheck } = context;
    const { round, community, remaining } = await begun(input, context);
    const hash = round.questionnaire_hash;
    const questionnaire = (await memo(`rule:${hash}`, 3_600_000, () => ruleByHash<Questionnaire>(db, hash))) ?? refuse('unknown_questionnaire');
    const { code, name } = (await communityByCode(db, community)) ?? refuse('unknown_place');
    return {
      round: {
        id: round.id, title: round.title, topic: topicOf(questionnaire), source: (await wayOf(input, round, context)).source, closesAt: round.closes_at, demo: round.demo,
        letters: round.definition?.sample !== undefined,
        acceptedUntil: new Date(Date.parse(round.closes_at) + round.grace_hours * 3_600_000).toISOString(),
      },
      community: { code, name },
      remaining,
      ticket: writeTicket({ round: round.id, questionnaireHash: hash, startedAt: now.getTime() }, secrets.ticket),
      hash,
      questionnaire: input.known === hash ? null : (questionnaire as never),
      oversight: await oversightOf(context),
      remarkCheck: contentCheck === null ? 'person' as const : 'wechat' as const,
      hotline: settings.hotline,
    };
  },
};

interface Begun { readonly round: RoundRow; readonly community: string; readonly remaining: number | null }

const begun = async (input: ParsedInput<'survey.begin'>, context: Context): Promise<Begun> => {
  const { db, now } = context;
  if (input.letter !== undefined) {
    const codeHash = codeHashOf(input.letter);
    const place = (await placeOfLetter(db, codeHash)) ?? refuse('letter_unknown');
    const round = await stillOpen(place.round, context);
    // said before eighteen questions rather than after; whoever took her answer back comes with its secret
    const secrets = await secretsOfRound(round, context);
    if (input.again === undefined && secrets && (await firstSubmission(db, round.id, secrets.letterTag(codeHash)))) return refuse('already_answered');
    return { round, community: place.community, remaining: null };
  }
  if (input.assist !== undefined) {
    const place = (await placeOfAssist(db, tokenHashOf(input.assist))) ?? refuse('assist_unknown');
    if (place.remaining === 0) return refuse('assist_spent');
    return { round: await stillOpen(place.round, context), community: place.community, remaining: place.remaining };
  }
  const community = input.community ?? refuse('missing_field', 'community');
  return { round: (await openRound(db, [community], now, input.topic)) ?? refuse('round_not_open'), community, remaining: null };
};

const stillOpen = async (id: string, { db, now }: Context): Promise<RoundRow> => {
  const round = (await roundById(db, id)) ?? refuse('round_closed');
  if (now.getTime() < Date.parse(round.opens_at)) return refuse('round_not_open');
  return now.getTime() < Date.parse(round.closes_at) ? round : refuse('round_closed');
};
