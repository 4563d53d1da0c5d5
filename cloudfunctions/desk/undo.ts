/** A mistaken decision is taken back: the outlet is as it was before, and the case waits again. Both decision and undoing stay in the history. */
import { moved } from '../../domain/moves';
import { claimMachine, correctionMachine, registrationMachine, witnessMachine } from '../../domain/outlet-moves';
import { lockClaim } from '../../database/queries/claims';
import { changeAs, entryOfSubject, restore } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet } from '../../database/queries/outlets';
import { lockRegistration } from '../../database/queries/registrations';
import { editById, noteUndone, visitById } from '../../database/queries/visits';
import { setWitnessState } from '../../database/queries/witnesses';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { allow } from './undoable';
import { undoText } from './undoText';

export const undo: Action<'desk.undo'> = {
  transaction: true,
  async handle(input, context) {
    await undoing[input.kind](input.id, context);
    await audit(context, `${input.kind}.undone`, input.id);
    return { undone: true };
  },
};

const undoVisit = async (id: string, context: Context): Promise<void> => {
  const { db, caller, now, random } = context;
  const found = (await visitById(db, id)) ?? refuse('not_found');
  const outlet = (await lockOutlet(db, found.outlet_id))!;
  await allow({ street_code: found.street_code, decided_at: found.at, person: outlet.owner ?? '' }, context);
  if (!(await noteUndone(db, id, caller.person, now))) return refuse('decided_already');
  await putBack(id, context);
  // a witness that was borne with it goes with it; one that was renewed since stays
  const witness = await db.selectFrom('lz.witness').select('state').where('id', '=', id).forUpdate().executeTakeFirst();
  const revoked = witness && moved(witnessMachine, witness.state, 'revoke', 'staff');
  if (revoked) await setWitnessState(db, id, revoked, now);
  if (found.outcome !== 'closed') return;
  const rows = await db.selectFrom('lz.correction').selectAll().where('outlet_id', '=', outlet.id).where('kind', '=', 'closed').where('decided_at', '=', found.at).where('state', '=', 'accepted').forUpdate().execute();
  for (const { id: report, state } of rows) await db.updateTable('lz.correction').set({ state: moved(correctionMachine, state, 'undo', 'staff')!, decided_at: null, decided_by: null }).where('id', '=', report).execute();
  if (outlet.owner) await addMessage(db, { id: random.uuid(), person: outlet.owner, kind: 'outlet_back', body: { outlet: outlet.id, name: outlet.name }, at: now });
};

const undoEdit = async (id: string, context: Context): Promise<void> => {
  const { db, caller, now, random } = context;
  const found = (await editById(db, id)) ?? refuse('not_found');
  const outlet = (await lockOutlet(db, found.outlet_id))!;
  await allow({ street_code: found.street_code, decided_at: found.at, person: outlet.owner ?? '' }, context);
  if (!(await noteUndone(db, id, caller.person, now))) return refuse('decided_already');
  await putBack(id, context);
  if (outlet.owner) await addMessage(db, { id: random.uuid(), person: outlet.owner, kind: 'outlet_edit_undone', body: { outlet: outlet.id, name: outlet.name }, at: now });
};

const undoing: Readonly<Record<'registration' | 'claim' | 'correction' | 'text' | 'visit' | 'edit', (id: string, context: Context) => Promise<void>>> = {
  registration: async (id, context) => {
    const { db, now, random } = context;
    const row = (await lockRegistration(db, id)) ?? refuse('not_found');
    await allow({ ...row, person: row.applicant }, context);
    const state = moved(registrationMachine, row.state, 'undo', 'staff') ?? refuse('decided_already');
    const listed = row.state === 'approved' ? await putBack(id, context) : null;
    // what the decision put on the map is not there without it; the next approval brings the same outlet back
    await db.updateTable('lz.registration').set({ state, reason: null, reason_code: null, decided_at: null, decided_by: null }).where('id', '=', id).execute();
    await addMessage(db, { id: random.uuid(), person: row.applicant, kind: 'registration_undone', body: { name: row.draft.name, ...(listed ? { outlet: listed } : {}) }, at: now });
  },
  claim: async (id, context) => {
    const { db, now, random } = context;
    const found = (await db.selectFrom('lz.claim').select('outlet_id').where('id', '=', id).executeTakeFirst()) ?? refuse('not_found');
    const outlet = (await lockOutlet(db, found.outlet_id))!;
    const row = (await lockClaim(db, id))!;
    await allow({ ...row, person: row.claimant }, context);
    const state = moved(claimMachine, row.state, 'undo', 'staff') ?? refuse('decided_already');
    if (row.state === 'granted') await putBack(id, context);
    await db.updateTable('lz.claim').set({ state, dispute_id: null, reason: null, reason_code: null, decided_at: null, decided_by: null }).where('id', '=', id).execute();
    await addMessage(db, { id: random.uuid(), person: row.claimant, kind: 'claim_undone', body: { outlet: outlet.id, name: outlet.name }, at: now });
  },
  correction: async (id, context) => {
    const { db } = context;
    const found = (await db.selectFrom('lz.correction').selectAll().where('id', '=', id).executeTakeFirst()) ?? refuse('not_found');
    const outlet = (await lockOutlet(db, found.outlet_id))!;
    await allow({ ...found, person: outlet.owner ?? '' }, context);
    // all that were decided by that one act
    const rows = await db.selectFrom('lz.correction').selectAll().where('outlet_id', '=', outlet.id).where('decided_at', '=', found.decided_at).where('state', 'in', ['accepted', 'refused']).orderBy('submitted_at').orderBy('id').forUpdate().execute();
    if (rows.length === 0) return refuse('decided_already');
    for (const row of rows) {
      await putBack(row.id, context);
      await db.updateTable('lz.correction').set({ state: moved(correctionMachine, row.state, 'undo', 'staff')!, reason: null, reason_code: null, decided_at: null, decided_by: null }).where('id', '=', row.id).execute();
    }
  },
  text: undoText,
  visit: undoVisit,
  edit: undoEdit,
};

/** The outlet that this decision changed, as it was before. An outlet that the decision made is taken off the map. Null: it changed none. */
const putBack = async (subject: string, context: Context): Promise<string | null> => {
  const { db, caller, now } = context;
  const entry = await entryOfSubject(db, subject);
  if (!entry || entry.act === 'undone') return null;
  await lockOutlet(db, entry.outlet_id);
  await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'undone', subject });
  if (Object.keys(entry.before).length === 0) await db.updateTable('lz.outlet').set({ listed: false, changed_at: now.toISOString() }).where('id', '=', entry.outlet_id).execute();
  else if (!(await restore(db, entry))) return refuse('undo_changed');
  return entry.outlet_id;
};
