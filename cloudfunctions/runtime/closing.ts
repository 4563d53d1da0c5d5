/** An outlet that is gone is taken off the map, on an officer's word; its history stays, and its owner is told. */
import { moved } from '../../domain/moves';
import { standingMachine } from '../../domain/outlet-moves';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import type { WholeOutlet } from '../../database/queries/outlets';
import type { Context } from './action';
import { refuse } from './refusal';

/** The row must be held. `subject`: the decision or visit it comes from. */
export const closeOutletRow = async (outlet: WholeOutlet, subject: string, { db, caller, now, random }: Context): Promise<void> => {
  const standing = moved(standingMachine, outlet.standing, 'close', 'staff') ?? refuse('decided_already');
  await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'closed', subject });
  await db.updateTable('lz.outlet').set({ standing, listed: false, changed_at: now.toISOString(), edited_at: now.toISOString() }).where('id', '=', outlet.id).execute();
  if (outlet.owner) await addMessage(db, { id: random.uuid(), person: outlet.owner, kind: 'outlet_closed', body: { outlet: outlet.id, name: outlet.name }, at: now });
};
