/**
 * A resident says that an entry is wrong. Reports that it is closed lower its standing once enough different people agree
 * (domain/upkeep); one person alone never does, and each has one voice about one thing.
 */
import { startOfShanghaiDay } from '../../domain/calendar';
import { moved } from '../../domain/moves';
import { correctionMachine, standingMachine } from '../../domain/outlet-moves';
import { standingByReports } from '../../domain/upkeep';
import { changeAs } from '../../database/queries/history';
import { correctionById, correctionsOf, correctionsSince, openClosedReports } from '../../database/queries/corrections';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet, type WholeOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import type { Action, Context } from '../runtime/action';
import { attachPhotos } from '../runtime/attachPhotos';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { reasonWords, upkeepRules } from '../runtime/upkeep';

export const report: Action<'outlet.report'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const rules = await upkeepRules(context);
    const row = (await lockOutlet(db, input.outlet)) ?? refuse('not_found');
    const before = await correctionById(db, input.id);
    if (before) return before.reporter === caller.person && before.outlet_id === row.id && before.kind === input.kind ? { state: before.state } : refuse('not_yours');
    if (!row.listed) return refuse('outlet_closed');
    if ((await correctionsSince(db, caller.person, new Date(startOfShanghaiDay(now.getTime())).toISOString())) >= rules.reports.mostADay) return refuse('too_many_reports');
    const { streetCode } = (await communityByCode(db, row.community_code)) ?? refuse('unknown_place');
    const state = moved(correctionMachine, 'none', 'report', 'resident')!;
    const { numInsertedOrUpdatedRows: added } = await db.insertInto('lz.correction').values({
      id: input.id, outlet_id: row.id, street_code: streetCode, reporter: caller.person, kind: input.kind, note: input.note, state,
      reason_code: null, reason: null, submitted_at: now.toISOString(), decided_at: null, decided_by: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
    if (added === 0n) return refuse('reported_already');
    await attachPhotos(context, input.photos, { kind: 'correction', id: input.id, name: row.name, street: streetCode }, ['report']);
    await audit(context, 'correction.reported', input.id, { outlet: row.id, kind: input.kind });
    if (input.kind === 'closed') await lowerStanding(row, input.id, context);
    return { state };
  },
};

const lowerStanding = async (row: WholeOutlet, subject: string, context: Context) => {
  const { db, now, random } = context;
  const { reports } = await upkeepRules(context);
  const said = (await openClosedReports(db, row.id)).map(({ reporter, submitted_at }) => ({ by: reporter, at: Date.parse(submitted_at) }));
  const falls = standingByReports(said, row.confirmed_at === null ? null : Date.parse(row.confirmed_at), now.getTime(), reports);
  const standing = falls && moved(standingMachine, row.standing, falls === 'hidden' ? 'hide' : 'doubt', 'residents');
  if (!standing) return;
  await changeAs(db, { at: now, by: 'residents', actor: null, act: standing, subject });
  await db.updateTable('lz.outlet').set({ standing, changed_at: now.toISOString() }).where('id', '=', row.id).execute();
  if (row.owner) await addMessage(db, { id: random.uuid(), person: row.owner, kind: 'outlet_doubted', body: { outlet: row.id, name: row.name }, at: now });
};

export const reports: Action<'outlet.reports'> = {
  transaction: false,
  async handle(_input, context) {
    const { db, caller, settings } = context;
    const rules = await upkeepRules(context);
    return {
      reports: (await correctionsOf(db, caller.person, 50)).map((row) => ({
        id: row.id, outlet: { id: row.outlet_id, name: row.name, address: row.address }, kind: row.kind, note: row.note, state: row.state,
        reason: reasonWords(rules, row.reason_code, row.reason), submittedAt: row.submitted_at, decidedAt: row.decided_at,
      })),
      hotline: settings.hotline,
    };
  },
};

/** What already fell by it stays fallen until somebody confirms: taking a report back is no confirmation. */
export const withdrawReport: Action<'outlet.withdrawReport'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = await db.selectFrom('lz.correction').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst();
    if (row?.reporter !== caller.person) return refuse('not_found');
    if (row.state === 'withdrawn') return { state: 'withdrawn' };
    if (moved(correctionMachine, row.state, 'withdraw', 'resident') === null) return refuse('decided_already');
    await db.updateTable('lz.correction').set({ state: 'withdrawn', decided_at: now.toISOString() }).where('id', '=', row.id).execute();
    await audit(context, 'correction.withdrawn', row.id);
    return { state: 'withdrawn' };
  },
};
