/** An officer's word for an outlet without a licence, with a photo and until when; a new one takes the place of the one that stands. */
import { moved } from '../../domain/moves';
import { witnessMachine } from '../../domain/outlet-moves';
import { lockStandingWitness, setWitnessState, type Witnessed } from '../../database/queries/witnesses';
import type { Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { upkeepRules } from '../runtime/upkeep';

export interface Word { readonly id: string; readonly reason: string; readonly photo: string; readonly street: string }

/** The outlet or registration must be held. Returns until when it stands. */
export const bearWitness = async (subject: Witnessed, { id, reason, photo, street }: Word, context: Context): Promise<string> => {
  const { db, caller, now } = context;
  const rules = (await upkeepRules(context)).witness;
  const before = await lockStandingWitness(db, subject);
  if (before) await setWitnessState(db, before.id, moved(witnessMachine, before.state, 'renew', 'staff') ?? refuse('decided_already'), now);
  const until = new Date(now.getTime() + rules.days * 86_400_000).toISOString();
  await db.insertInto('lz.witness').values({
    id, outlet_id: subject.of === 'outlet' ? subject.id : before?.outlet_id ?? null, registration_id: subject.of === 'registration' ? subject.id : null, street_code: street,
    witness: caller.person, photo, reason, at: now.toISOString(), until, state: moved(witnessMachine, 'none', 'witness', 'staff')!, changed_at: now.toISOString(), reminded_at: null,
  }).execute();
  await audit(context, before ? 'witness.renewed' : 'witness.given', id, { ...subject, until });
  return until;
};
