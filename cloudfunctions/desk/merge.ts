/**
 * Two entries of one outlet become one. Both rows are held, always in the same order, so of two officers one merges and the other is told.
 * What the kept one takes over is written down in domain/merging.ts; open reports about the one that goes are mended by it; codes that hand it over are void. Where somebody waits for a decision about it, that comes first.
 */
import { moved } from '../../domain/moves';
import { takenOver, type Mergeable } from '../../domain/merging';
import { correctionMachine } from '../../domain/outlet-moves';
import { mergedColumns, statementsOf } from '../../database/mergedColumns';
import { openCorrections } from '../../database/queries/corrections';
import { changeAs } from '../../database/queries/history';
import { mergeById, somebodyWaits, voidHandovers } from '../../database/queries/merges';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet, type WholeOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { latestRule } from '../../database/queries/rules';
import type { FormatRules } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { requireStreet } from '../runtime/scope';

export const merge: Action<'desk.merge'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    if (input.kept === input.gone) return refuse('value_invalid', 'gone');
    const { kept, gone } = await heldPair(input.kept, input.gone, context);
    const before = await mergeById(db, input.id);
    if (before) {
      const same = before.by === caller.person && before.kept === kept.id && before.gone === gone.id && before.undone_at === null;
      return same ? { kept: kept.id, tookOwner: false } : refuse('decided_already');
    }
    if (!kept.listed || !gone.listed) return refuse('decided_already');
    const taken = takenOver(statementsOf(kept), statementsOf(gone));
    if (await somebodyWaits(db, gone.id) || (taken.owner && await somebodyWaits(db, kept.id))) return refuse('merge_waits');
    await letGo(gone, kept, input.id, context);
    await enrich(kept, taken, input.id, context);
    const reports = await mendReports(gone, kept, context);
    await voidHandovers(db, gone.id, now);
    await db.insertInto('lz.outlet_merge').values({ id: input.id, kept: kept.id, gone: gone.id, at: now.toISOString(), by: caller.person, reports }).execute();
    await tellOwners(kept, gone, context);
    await audit(context, 'outlets.merged', input.id, { kept: kept.id, gone: gone.id, taken: Object.keys(taken), reports });
    return { kept: kept.id, tookOwner: taken.owner !== undefined };
  },
};

/** Both in scope, neither her own. */
export const heldPair = async (keptId: string, goneId: string, context: Context): Promise<{ kept: WholeOutlet; gone: WholeOutlet }> => {
  const rows = new Map<string, WholeOutlet>();
  for (const id of [keptId, goneId].sort()) rows.set(id, (await lockOutlet(context.db, id)) ?? refuse('not_found'));
  for (const row of rows.values()) {
    requireStreet(context, ((await communityByCode(context.db, row.community_code)) ?? refuse('unknown_place')).streetCode);
    if (row.owner === context.caller.person) return refuse('own_case');
  }
  return { kept: rows.get(keptId)!, gone: rows.get(goneId)! };
};

const letGo = async (gone: WholeOutlet, kept: WholeOutlet, subject: string, { db, caller, now }: Context) => {
  await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'merged', subject });
  await db.updateTable('lz.outlet').set({ listed: false, merged_into: kept.id, owner: null, changed_at: now.toISOString() }).where('id', '=', gone.id).execute();
};

const enrich = async (kept: WholeOutlet, taken: Partial<Mergeable>, subject: string, { db, caller, now }: Context) => {
  const rules = (await latestRule<FormatRules>(db, 'formats'))?.body;
  if (!rules) throw new Error('no rule of kind formats is loaded');
  await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'absorbed', subject });
  await db.updateTable('lz.outlet').set({ ...mergedColumns(kept, taken, rules), absorbed: kept.absorbed + 1, changed_at: now.toISOString() }).where('id', '=', kept.id).execute();
};

/** What was wrong with the one that goes is mended by its going. */
const mendReports = async (gone: WholeOutlet, kept: WholeOutlet, { db, caller, now, random }: Context): Promise<string[]> => {
  const reports = await openCorrections(db, gone.id);
  for (const { id, state, reporter } of reports) {
    await db.updateTable('lz.correction').set({ state: moved(correctionMachine, state, 'accept', 'staff')!, decided_at: now.toISOString(), decided_by: caller.person }).where('id', '=', id).execute();
    await addMessage(db, { id: random.uuid(), person: reporter, kind: 'report_fixed', body: { outlet: kept.id, name: gone.name }, at: now });
  }
  return reports.map(({ id }) => id);
};

const tellOwners = async (kept: WholeOutlet, gone: WholeOutlet, { db, now, random }: Context) => {
  const body = { outlet: kept.id, name: kept.name, gone: gone.name };
  if (kept.owner !== null) await addMessage(db, { id: random.uuid(), person: kept.owner, kind: 'outlet_merged', body, at: now });
  if (gone.owner !== null && gone.owner !== kept.owner) await addMessage(db, { id: random.uuid(), person: gone.owner, kind: kept.owner === null ? 'outlet_merged' : 'outlet_merged_away', body, at: now });
};
