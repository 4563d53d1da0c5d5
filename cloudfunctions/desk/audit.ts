/** What was done with the powers that officers have: read by the district and administrators, changed by nobody. */
import { officerActs } from '../../domain/officer-acts';
import { officersActs } from '../../database/queries/audit';
import type { Action } from '../runtime/action';
import { dutyPlaces } from '../runtime/dutyPlaces';

const most = 50;

export const audit: Action<'desk.audit'> = {
  transaction: false,
  async handle({ before }, context) {
    const { db, caller } = context;
    const rows = await officersActs(db, { acts: Object.keys(officerActs), before: before ?? null, most: most + 1 });
    const named = await dutyPlaces(context);
    return {
      acts: rows.slice(0, most).map((row) => ({
        number: row.id, at: row.at, act: officerActs[row.action]!, subject: row.subject, reason: row.reason,
        by: row.role && { role: row.role, ...named(row), note: row.note ?? '', mine: row.actor === caller.person },
      })),
      more: rows.length > most,
    };
  },
};
