/** One queue for everything about outlets that waits, the oldest first, each with a clock against its limit. */
import { waitingCases } from '../../database/queries/cases';
import { countGivenUp } from '../../database/queries/pushes';
import type { Action } from '../runtime/action';
import { dueBy, hoursLeft, waitsSince } from '../runtime/caseClock';
import { upkeepRules } from '../runtime/upkeep';
import { scopeOf } from '../runtime/scope';

const mostShown = 100;

export const cases: Action<'desk.cases'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now, settings } = context;
    const scope = scopeOf(caller.duties, input.street);
    const rules = await upkeepRules(context);
    const all = (await waitingCases(db, scope, dueBy(now, rules)))
      .filter(({ kind }) => input.kind === undefined || kind === input.kind)
      .map((row) => ({ row, since: waitsSince(row, now, rules) }))
      .map(({ row, since }) => ({ row, since, hoursLeft: hoursLeft(row.kind, since, now, rules) }));
    // work of the desk first; going out to look is never urgent beside somebody who waits
    const sorted = [...all].sort((a, b) => Number(a.row.kind === 'stale') - Number(b.row.kind === 'stale') || a.since - b.since);
    return {
      cases: sorted.slice(0, mostShown).map(({ row, since, hoursLeft: left }) => ({
        kind: row.kind, id: row.id, name: row.name, community: row.community_code === null ? null : { code: row.community_code, name: row.community! }, since: new Date(since).toISOString(),
        count: row.n, hoursLeft: left, demo: row.demo,
      })),
      waiting: all.filter(({ row }) => row.kind !== 'stale').length,
      late: all.filter(({ row, hoursLeft: left }) => row.kind !== 'stale' && left < 0).length,
      limits: { ...rules.limitHours },
      limitsStatus: rules.status,
      pushesGivenUp: await countGivenUp(db),
      hotline: settings.hotline,
    };
  },
};
