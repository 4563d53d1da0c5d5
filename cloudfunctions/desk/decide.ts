/** An officer approves or returns a registration. The row is held from reading to writing, so of two officers one decides and the other is told. */
import { dropFiles } from '../../database/queries/files';
import { moved } from '../../domain/moves';
import { registrationMachine } from '../../domain/outlet-moves';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import { outletById } from '../../database/queries/outlets';
import { lockStandingWitness, setWitnessState } from '../../database/queries/witnesses';
import { lockRegistration, type RegistrationRow } from '../../database/queries/registrations';
import { latestRule } from '../../database/queries/rules';
import { outletColumns } from '../../database/outletRow';
import type { FormatRules } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { reasonWords, upkeepRules } from '../runtime/upkeep';
import { requireReason } from './reasons';
import { requireStreet } from '../runtime/scope';

export const decide: Action<'desk.decide'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = (await lockRegistration(db, input.id)) ?? refuse('not_found');
    requireStreet(context, row.street_code);
    if (row.applicant === caller.person) return refuse('own_registration');
    const state = moved(registrationMachine, row.state, input.decision, 'staff') ?? refuse('decided_already');
    if (row.revision !== input.revision) return refuse('registration_changed');
    if (input.decision === 'return') await requireReason('registration', input, context);

    const outlet = state === 'approved' ? await list(row, context) : row.outlet_id;
    await db.updateTable('lz.registration')
      .set({ state, reason: input.reason, reason_code: input.reasonCode ?? null, outlet_id: outlet, decided_at: now.toISOString(), decided_by: caller.person })
      .where('id', '=', row.id).execute();
    const witness = outlet !== null && state === 'approved' && row.draft.creditCode === null ? await witnessFor(outlet, row, context) : undefined;
    const words = reasonWords(await upkeepRules(context), input.reasonCode ?? null, input.reason);
    await addMessage(db, { id: context.random.uuid(), person: row.applicant, kind: `registration_${state}`, body: { name: row.draft.name, registration: row.id, ...(outlet ? { outlet } : {}), ...(words ? { reason: words } : {}) }, at: now });
    await audit(context, `registration.${state}`, row.id, { revision: row.revision, outlet, reason: input.reason });
    return { state, outlet, ...(witness ? { witness } : {}) };
  },
};

/** Puts the outlet on the map, or brings the one that is there up to date. */
const list = async (row: RegistrationRow, { db, caller, now, random }: Context): Promise<string> => {
  const rules = (await latestRule<FormatRules>(db, 'formats'))?.body;
  if (!rules) throw new Error('no rule of kind formats is loaded');
  // a phone of before there were photos says nothing of them, and takes none away
  const photos = row.draft.photos?.filter(({ purpose }) => purpose === 'front').map(({ id }) => id);
  const columns = { ...outletColumns(row.draft, rules), ...(photos ? { photos } : {}) };
  const times = { changed_at: now.toISOString(), edited_at: now.toISOString(), verified_at: now.toISOString(), verified_by: '街道审核' };
  await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: row.outlet_id ? 'changed' : 'listed', subject: row.id });
  if (row.outlet_id) {
    if (photos) await dropFiles(db, ((await outletById(db, row.outlet_id))?.photos ?? []).filter((id) => !photos.includes(id)), now);
    await db.updateTable('lz.outlet').set({ ...columns, ...times, listed: true, standing: 'fine' }).where('id', '=', row.outlet_id).execute();
    return row.outlet_id;
  }
  const id = random.uuid();
  await db.insertInto('lz.outlet').values({ id, ...columns, ...times, owner: row.applicant, origin: 'merchant', demo: row.demo }).execute();
  return id;
};

/**
 * Without a licence somebody of the community has to have been there. It may be listed before that, marked 还没上门见证: a cobbler must not wait for
 * weeks until an officer has time for a walk, and whoever looks is told plainly. A witness for the registration is the outlet's from now on.
 */
const witnessFor = async (outlet: string, row: RegistrationRow, { db, now }: Context): Promise<'standing' | 'needed'> => {
  const own = await lockStandingWitness(db, { of: 'registration', id: row.id });
  const before = await lockStandingWitness(db, { of: 'outlet', id: outlet });
  if (own && before && own.id !== before.id) await setWitnessState(db, before.id, 'renewed', now);
  if (own && own.outlet_id === null) await db.updateTable('lz.witness').set({ outlet_id: outlet }).where('id', '=', own.id).execute();
  return own || before ? 'standing' : 'needed';
};
