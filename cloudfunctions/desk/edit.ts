/**
 * Staff mend an entry themselves, by the same checks as a merchant's registration: a resident wrote that the hours are wrong, and the officer phoned.
 * She names the newest entry that she saw; whatever anybody did since then is shown to her first. The owner is told what was changed.
 */
import { canonicalJson } from '../../domain/canonical';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet, outletById, type WholeOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { changedSince, editById, seenOf } from '../../database/queries/visits';
import { fieldsOfRow, outletColumns } from '../../database/outletRow';
import type { Draft } from '../../types/contract/merchant';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { checkDraft } from '../runtime/draftChecks';
import { refuse } from '../runtime/refusal';
import { formatRules } from '../runtime/rules';
import { requireStreet } from '../runtime/scope';
import { witnessingOfOutlet } from './witnessed';

export const editing: Action<'desk.editing'> = {
  transaction: false,
  async handle({ outlet }, context) {
    const { db, settings } = context;
    const row = (await outletById(db, outlet)) ?? refuse('not_found');
    await requireOthers(row, context);
    return { draft: draftOf(row), ...(await seenOf(db, row.id)), owned: row.owner !== null, demo: row.demo, witnessing: await witnessingOfOutlet(row, context), hotline: settings.hotline };
  },
};

export const edit: Action<'desk.edit'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, random } = context;
    const row = (await lockOutlet(db, input.outlet)) ?? refuse('not_found');
    const street = await requireOthers(row, context);
    const before = await editById(db, input.id);
    if (before) return before.editor === caller.person && before.outlet_id === row.id ? { changed: [] } : refuse('value_invalid', 'id');
    if (await changedSince(db, row.id, input.seen, caller.person, ['staff', 'owner', 'list', 'system'])) return refuse('outlet_changed');
    // where it lies from now on must be hers as well
    requireStreet(context, (await checkDraft(input.draft, context, row.credit_code === null && row.unlicensed_reason === null)).street);
    const was = draftOf(row);
    const changed = ([...new Set([...Object.keys(was), ...Object.keys(input.draft)])].filter((key) => key !== 'photos') as (keyof typeof was)[]).filter((key) => canonicalJson(was[key] ?? null) !== canonicalJson(input.draft[key] ?? null));
    if (changed.length === 0) return refuse('nothing_changed');

    await db.insertInto('lz.edit').values({ id: input.id, outlet_id: row.id, street_code: street, editor: caller.person, why: input.why, at: now.toISOString() }).execute();
    await changeAs(db, { at: now, by: 'staff', actor: caller.person, act: 'changed', subject: input.id });
    await db.updateTable('lz.outlet').set({ ...outletColumns(input.draft, await formatRules(context)), changed_at: now.toISOString(), edited_at: now.toISOString() }).where('id', '=', row.id).execute();
    if (row.owner) await addMessage(db, { id: random.uuid(), person: row.owner, kind: 'outlet_edited', body: { outlet: row.id, name: input.draft.name, fields: changed.join(','), reason: input.why }, at: now });
    await audit(context, 'outlet.edited', input.id, { outlet: row.id, fields: changed });
    return { changed };
  },
};

const draftOf = (row: WholeOutlet): Omit<Draft, 'photos'> => {
  // chain and brand are the census lists' own, and stay
  const { services, chain: _chain, brand: _brand, ...fields } = fieldsOfRow(row);
  return { ...fields, services: [...services] };
};

/** Listed, within her duty, and not her own. Returns its street. */
const requireOthers = async (row: WholeOutlet, context: Context): Promise<string> => {
  const { streetCode } = (await communityByCode(context.db, row.community_code)) ?? refuse('unknown_place');
  requireStreet(context, streetCode);
  if (!row.listed) return refuse('outlet_closed');
  return row.owner === context.caller.person ? refuse('own_case') : streetCode;
};
