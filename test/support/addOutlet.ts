/** An outlet as a census list or a merchant's approval leaves it, straight into the table. */
import { outletColumns, type OutletFields } from '../../database/outletRow';
import { formats } from '../../rules';
import { draft, newId, type Persona, identity, type World } from './world';

export interface Added extends Partial<OutletFields> { readonly id?: string; readonly owner?: Persona; readonly verifiedAt?: Date | null }

export const addOutlet = async ({ host, now }: World, { id = newId(), owner, verifiedAt = null, ...fields }: Added = {}): Promise<string> => {
  const at = now().toISOString();
  await host.database.owner.insertInto('lz.outlet').values({
    id, ...outletColumns({ ...draft(), ...fields }, formats), owner: owner ? host.secrets.person(identity(owner)) : null, origin: 'census', origin_key: id,
    verified_at: verifiedAt && verifiedAt.toISOString(), verified_by: verifiedAt && '街道核实', edited_at: null, changed_at: at,
  }).execute();
  return id;
};
