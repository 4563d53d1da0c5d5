/** What a merchant has: registrations, outlets, claims, and how each stands. */
import { shanghaiDay } from '../../domain/calendar';
import { freshness, lastSign } from '../../domain/upkeep';
import { claimsOf, shownClaim } from '../../database/queries/claims';
import { outletsOf } from '../../database/queries/outlets';
import { draftOfRow } from '../../database/outletRow';
import { registrationsOf, shownRegistration } from '../../database/queries/registrations';
import type { Action } from '../runtime/action';
import { reasonWords, upkeepRules } from '../runtime/upkeep';

export const mine: Action<'outlet.mine'> = {
  transaction: false,
  async handle(_input, context) {
    const { db, caller, now, settings } = context;
    const rules = await upkeepRules(context);
    return {
      registrations: (await registrationsOf(db, caller.person)).map((row) => ({ ...shownRegistration(row), reason: reasonWords(rules, row.reason_code, row.reason) })),
      outlets: (await outletsOf(db, caller.person)).map((row) => ({
        id: row.id, name: row.name, address: row.address, standing: row.standing, listed: row.listed, demo: row.demo,
        freshness: freshness(lastSign(row.confirmed_at, row.verified_at), now.getTime(), rules),
        confirmedOn: row.confirmed_at && shanghaiDay(Date.parse(row.confirmed_at)),
        draft: draftOfRow(row),
      })),
      claims: (await claimsOf(db, caller.person)).map((row) => shownClaim(row, reasonWords(rules, row.reason_code, row.reason))),
      hotline: settings.hotline,
    };
  },
};
