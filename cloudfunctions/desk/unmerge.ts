/**
 * Two that were merged by mistake are two again. The one that went is as it was; the one that stayed gives back what it took over, but for what was
 * changed since: what somebody said after the merge stays said. Reports that the merge had mended wait again.
 */
import { moved } from '../../domain/moves';
import { correctionMachine } from '../../domain/outlet-moves';
import { changeAs, entryOf, giveBack, restore } from '../../database/queries/history';
import { lockMerge } from '../../database/queries/merges';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet } from '../../database/queries/outlets';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { upkeepRules } from '../runtime/upkeep';
import { heldPair } from './merge';

export const unmerge: Action<'desk.unmerge'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = (await lockMerge(db, input.id)) ?? refuse('not_found');
    const { kept, gone } = await heldPair(row.kept, row.gone, context);
    if (row.undone_at !== null) return refuse('decided_already');
    const [went, stayed] = [await entryOf(db, row.id, gone.id), await entryOf(db, row.id, kept.id)];
    if (!went || !stayed) return refuse('undo_changed');
    const formerOwner = (went.before as { owner?: string | null }).owner ?? null;
    if (formerOwner === caller.person) return refuse('own_case');
    if (now.getTime() - Date.parse(row.at) > (await upkeepRules(context)).undoDays * 86_400_000) return refuse('undo_late');

    await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'parted', subject: row.id });
    await giveBack(db, stayed, now);
    if (!(await restore(db, went))) return refuse('undo_changed');
    await reopenReports(row.reports, context);
    await db.updateTable('lz.outlet_merge').set({ undone_at: now.toISOString(), undone_by: caller.person }).where('id', '=', row.id).execute();
    const keptOwner = (await lockOutlet(db, kept.id))?.owner;
    for (const [person, outlet] of [[keptOwner, kept], [formerOwner, gone]] as const) {
      if (person) await addMessage(db, { id: context.random.uuid(), person, kind: 'merge_undone', body: { outlet: outlet.id, name: outlet.name }, at: now });
    }
    await audit(context, 'outlets.parted', row.id, { kept: kept.id, gone: gone.id });
    return { kept: kept.id, gone: gone.id };
  },
};

const reopenReports = async (ids: readonly string[], { db }: Context) => {
  const rows = ids.length === 0 ? [] : await db.selectFrom('lz.correction').selectAll().where('id', 'in', [...ids]).execute();
  for (const { id, state } of rows) {
    const back = moved(correctionMachine, state, 'undo', 'staff');
    if (back) await db.updateTable('lz.correction').set({ state: back, reason_code: null, reason: null, decided_at: null, decided_by: null }).where('id', '=', id).execute();
  }
};
