/**
 * What an officer saw on the spot, sent now or hours later. All right: it is confirmed, and what she looked at is known; closed: it leaves the map;
 * something is wrong: it is written down for whoever mends it. The outlet is held from reading to writing: of two who come at once one is told.
 */
import { shanghaiDay } from '../../domain/calendar';
import { moved } from '../../domain/moves';
import { correctionMachine } from '../../domain/outlet-moves';
import { openCorrections } from '../../database/queries/corrections';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet, type WholeOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { changedSince, visitById } from '../../database/queries/visits';
import type { ParsedInput } from '../../types/contract';
import type { Facts } from '../../types/contract/shared';
import type { Action, Context } from '../runtime/action';
import { attachPhotos } from '../runtime/attachPhotos';
import { audit } from '../runtime/audit';
import { closeOutletRow } from '../runtime/closing';
import { confirmOutletRow } from '../runtime/confirming';
import { refuse } from '../runtime/refusal';
import { requireCommunity } from '../runtime/scope';
import { bearWitness } from './witnessing';

type Visit = ParsedInput<'desk.visit'>;
const onTheSpot = '街道上门';

export const visit: Action<'desk.visit'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = (await lockOutlet(db, input.outlet)) ?? refuse('not_found');
    const community = (await communityByCode(db, row.community_code)) ?? refuse('unknown_place');
    requireCommunity(context, community);
    const { streetCode: street } = community;
    const before = await visitById(db, input.id);
    if (before) return before.visitor === caller.person && before.outlet_id === row.id ? receiptOf(before.outcome, before.at, await witnessUntil(input.id, context)) : refuse('value_invalid', 'id');
    if (row.owner === caller.person) return refuse('own_case');
    if (await changedSince(db, row.id, input.seen, caller.person, ['staff'])) return refuse('visited_meanwhile');
    if (!row.listed) return refuse('outlet_closed');
    if (input.outcome === 'wrong' && input.note === null) return refuse('visit_note_missing', 'note');
    const photo = photoOfWitness(input, row);

    await db.insertInto('lz.visit').values({
      id: input.id, outlet_id: row.id, street_code: street, visitor: caller.person, outcome: input.outcome, facts: JSON.stringify(lookedAt(input.facts)), note: input.note, phone_at: input.at, at: now.toISOString(),
    }).execute();
    await attachPhotos(context, input.photos ?? [], { kind: 'visit', id: input.id, name: row.name, street }, ['front', 'witness']);
    await doing[input.outcome](row, input, context);
    const until = photo === null ? null : await bearWitness({ of: 'outlet', id: row.id }, { id: input.id, reason: input.witnessed!, photo, street }, context);
    await audit(context, `visit.${input.outcome}`, input.id, { outlet: row.id });
    return receiptOf(input.outcome, now.toISOString(), until);
  },
};

const receiptOf = (outcome: Visit['outcome'], at: string, until: string | null) => ({ outcome, on: shanghaiDay(Date.parse(at)), witnessUntil: until && shanghaiDay(Date.parse(until)) });
const witnessUntil = async (id: string, { db }: Context) => (await db.selectFrom('lz.witness').select('until').where('id', '=', id).executeTakeFirst())?.until ?? null;

/** Null: she bears no witness. */
const photoOfWitness = ({ witnessed, outcome, photos }: Visit, row: WholeOutlet): string | null => {
  if (witnessed == null) return null;
  if (row.credit_code !== null || outcome !== 'right') return refuse('witness_needless', 'witnessed');
  return photos?.find(({ purpose }) => purpose === 'witness')?.id ?? refuse('witness_photo_missing', 'photos');
};

const doing: Readonly<Record<Visit['outcome'], (row: WholeOutlet, input: Visit, context: Context) => Promise<void>>> = {
  right: (row, input, context) =>
    confirmOutletRow(row, 'staff', context, input.id, { act: input.witnessed == null ? 'verified' : 'witnessed', columns: { ...columnsOf(row, input), verified_at: context.now.toISOString(), verified_by: onTheSpot } }),
  closed: async (row, input, context) => {
    const { db, caller, now, random } = context;
    await closeOutletRow(row, input.id, context);
    // those who said so are told that they were right
    for (const { id, state, reporter } of (await openCorrections(db, row.id)).filter(({ kind, reporter: by }) => kind === 'closed' && by !== caller.person)) {
      await db.updateTable('lz.correction').set({ state: moved(correctionMachine, state, 'accept', 'staff')!, decided_at: now.toISOString(), decided_by: caller.person }).where('id', '=', id).execute();
      await addMessage(db, { id: random.uuid(), person: reporter, kind: 'report_closed', body: { outlet: row.id, name: row.name }, at: now });
    }
  },
  // what is wrong is mended at the desk (desk.edit); what she looked at is known already
  wrong: async (row, input, { db, caller, now }) => {
    const columns = columnsOf(row, input);
    if (Object.keys(columns).length === 0) return;
    await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'changed', subject: input.id });
    await db.updateTable('lz.outlet').set({ ...columns, changed_at: now.toISOString(), edited_at: now.toISOString() }).where('id', '=', row.id).execute();
  },
};

const lookedAt = (facts: Facts): Partial<Facts> => Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== 'unknown'));
const columnOf = { cash: 'cash', stepFree: 'step_free', seats: 'seats', staffed: 'staffed' } as const;
/** What was not looked at stays as it was; a photo of the front is one more, shown once somebody let it pass. */
const columnsOf = (row: WholeOutlet, { facts, photos }: Visit) => {
  const fronts = photos?.filter(({ purpose }) => purpose === 'front').map(({ id }) => id) ?? [];
  return { ...Object.fromEntries(Object.entries(lookedAt(facts)).map(([name, fact]) => [columnOf[name as keyof Facts], fact])), ...(fronts.length > 0 ? { photos: [...row.photos, ...fronts] } : {}) };
};
