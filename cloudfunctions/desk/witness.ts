/** 社区见证: for a registration that waits or an outlet that is listed, both without a licence. Renewed before its end or after it, by any officer of the street. */
import { shanghaiDay } from '../../domain/calendar';
import { moved } from '../../domain/moves';
import { witnessMachine } from '../../domain/outlet-moves';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { lockRegistration } from '../../database/queries/registrations';
import { lockStandingWitness, setWitnessState, type Witnessed } from '../../database/queries/witnesses';
import type { Action, Context } from '../runtime/action';
import { attachPhotos } from '../runtime/attachPhotos';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { requireCommunity } from '../runtime/scope';
import { bearWitness } from './witnessing';

export const witness: Action<'desk.witness'> = {
  transaction: true,
  async handle({ id, of, subject, reason, photo }, context) {
    const { db, caller, now } = context;
    const held = await hold({ of, id: subject }, context);
    const before = await db.selectFrom('lz.witness').selectAll().where('id', '=', id).executeTakeFirst();
    if (before) return before.witness === caller.person && subject === (of === 'outlet' ? before.outlet_id : before.registration_id) ? { until: shanghaiDay(Date.parse(before.until)) } : refuse('value_invalid', 'id');
    if (held.licensed) return refuse('witness_needless');
    await attachPhotos(context, [{ id: photo, purpose: 'witness' }], { kind: 'witness', id, name: held.name, street: held.street }, ['witness']);
    const until = await bearWitness({ of, id: subject }, { id, reason, photo, street: held.street }, context);
    if (of === 'outlet') {
      await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'witnessed', subject: id });
      await db.updateTable('lz.outlet').set({ verified_at: now.toISOString(), verified_by: '街道上门', changed_at: now.toISOString() }).where('id', '=', subject).execute();
    }
    return { until: shanghaiDay(Date.parse(until)) };
  },
};

export const revokeWitness: Action<'desk.revokeWitness'> = {
  transaction: true,
  async handle({ of, subject, why }, context) {
    const { db, caller, now, random } = context;
    const held = await hold({ of, id: subject }, context);
    const standing = (await lockStandingWitness(db, { of, id: subject })) ?? refuse('witness_none');
    const state = moved(witnessMachine, standing.state, 'revoke', 'staff') ?? refuse('decided_already');
    // the database writes it into the outlet's history
    await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'witness_revoked' });
    await setWitnessState(db, standing.id, state, now);
    if (held.person) await addMessage(db, { id: random.uuid(), person: held.person, kind: 'witness_revoked', body: { name: held.name, reason: why, ...(of === 'outlet' ? { outlet: subject } : {}) }, at: now });
    await audit(context, 'witness.revoked', standing.id, { of, id: subject, why });
    return { state };
  },
};

interface Held { readonly name: string; readonly street: string; readonly community: string; readonly person: string | null; readonly licensed: boolean }
/** In scope, and not her own. */
const hold = async ({ of, id }: Witnessed, context: Context): Promise<Held> => {
  const held = of === 'outlet' ? await holdOutlet(id, context) : await holdRegistration(id, context);
  requireCommunity(context, { code: held.community, streetCode: held.street });
  return held.person === context.caller.person ? refuse('own_case') : held;
};
const holdOutlet = async (id: string, { db }: Context): Promise<Held> => {
  const row = (await lockOutlet(db, id)) ?? refuse('not_found');
  const { streetCode } = (await communityByCode(db, row.community_code)) ?? refuse('unknown_place');
  return row.listed ? { name: row.name, street: streetCode, community: row.community_code, person: row.owner, licensed: row.credit_code !== null } : refuse('outlet_closed');
};
const holdRegistration = async (id: string, { db }: Context): Promise<Held> => {
  const row = (await lockRegistration(db, id)) ?? refuse('not_found');
  return row.state === 'pending' ? { name: row.draft.name, street: row.street_code, community: row.draft.community, person: row.applicant, licensed: row.draft.creditCode !== null } : refuse('decided_already');
};
