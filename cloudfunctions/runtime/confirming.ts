/** All that is said of an outlet still holds: its owner says so, or an officer who was there. Reports that it is closed are answered by it. */
import type { Updateable } from 'kysely';
import { moved } from '../../domain/moves';
import { standingMachine } from '../../domain/outlet-moves';
import { answerClosedReports } from '../../database/queries/corrections';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import type { WholeOutlet } from '../../database/queries/outlets';
import type { Tables } from '../../database/schema';
import type { Context } from './action';
import { refuse } from './refusal';

/** What was found out on the spot besides, written in the same entry. */
export interface FoundOut { readonly act: 'verified' | 'witnessed'; readonly columns: Updateable<Tables['lz.outlet']> }

/** The row must be held. `subject`: the decision or visit it comes from, if any. */
export const confirmOutletRow = async (row: WholeOutlet, by: 'owner' | 'staff', { db, caller, now, random }: Context, subject: string | null = null, found?: FoundOut): Promise<void> => {
  const standing = moved(standingMachine, row.standing, 'confirm', by === 'owner' ? 'merchant' : 'staff') ?? refuse('outlet_closed');
  if (!row.listed) return refuse('outlet_closed');
  await changeAs(db, { at: now, by, actor: caller.person, act: found?.act ?? 'confirmed', subject });
  await db.updateTable('lz.outlet').set({ ...found?.columns, standing, confirmed_at: now.toISOString(), confirmed_by: by }).where('id', '=', row.id).execute();
  for (const { reporter } of await answerClosedReports(db, row.id, now)) {
    await addMessage(db, { id: random.uuid(), person: reporter, kind: 'report_answered', body: { outlet: row.id, name: row.name, by }, at: now });
  }
};
