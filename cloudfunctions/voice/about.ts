/** 邻居怎么说: what is added up of one outlet, the texts that passed, her own, and for its owner what may be done with each. */
import { agedBefore, halfYearOf, summarise } from '../../domain/reviews';
import { followOf } from '../../database/queries/follows';
import { survivorOf } from '../../database/queries/merges';
import { outletById } from '../../database/queries/outlets';
import { countedReviews, reviewOf, shownTexts, type ReviewRow } from '../../database/queries/reviews';
import type { ShownReview } from '../../types/contract/voice';
import type { UpkeepRules } from '../../types/rules';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { reasonWords, upkeepRules } from '../runtime/upkeep';
import { voiceRules } from './rules';
import { dayOf, ownReview, passedReply } from './shown';

const page = 10;

export const about: Action<'voice.about'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now, settings, contentCheck } = context;
    const outlet = await outletById(db, await survivorOf(db, input.outlet));
    if (!outlet?.listed) return refuse('not_found');
    const { reviews: rules, status } = await voiceRules(context);
    const upkeep = await upkeepRules(context);
    const since = agedBefore(now.getTime(), rules);
    const { people, aspects } = summarise((await countedReviews(db, outlet.id, since)).map((row) => ({ ...row, aspects: row.aspects! })), now.getTime(), rules);
    const owner = outlet.owner === caller.person;
    const rows = await shownTexts(db, outlet.id, since, { from: input.from ?? 0, most: page + 1 });
    const own = await reviewOf(db, outlet.id, caller.person, halfYearOf(now.getTime()));
    return {
      outlet: { id: outlet.id, name: outlet.name, address: outlet.address },
      people, aspects: aspects && [...aspects],
      reviews: rows.slice(0, page).map((row) => shown(row, { own: row.writer === caller.person, owner, told: aspects !== null, upkeep })),
      more: rows.length > page,
      mine: own ? ownReview(own, now, upkeep) : null,
      owner,
      follow: (await followOf(db, caller.person, outlet.id))?.id ?? null,
      least: rules.leastPeople, keepMonths: rules.keepMonths, status,
      platform: contentCheck !== null,
      hotline: settings.hotline,
    };
  },
};

const shown = (row: ReviewRow, { own, owner, told, upkeep }: { own: boolean; owner: boolean; told: boolean; upkeep: UpkeepRules }): ShownReview => ({
  id: row.id, on: dayOf(row.changed_at), text: row.text!, own, aspects: told ? row.aspects : null, reply: passedReply(row),
  owner: owner ? {
    version: row.version,
    reply: row.reply === null ? null : { text: row.reply, state: row.reply_state!, reason: row.reply_state === 'refused' ? reasonWords(upkeep, row.reply_reason_code, row.reply_reason) : null },
    complaint: row.complaint_state,
  } : null,
});
