/** What one number means: where every table and page leads to when somebody asks. */
import { sheetOf, type Sheet } from '../../../domain/figures/sheet';
import { snapshotById } from '../../../database/queries/snapshots';
import { communityByCode } from '../../../database/queries/places';
import type { PlaceKind } from '../../../domain/figures/definitions';
import type { Action, Context } from '../../runtime/action';
import { refuse } from '../../runtime/refusal';
import { requireStreet, scopeOf } from '../../runtime/scope';
import { readFacts } from './facts';
import { placeOf, shownFigure } from './shown';

export const figure: Action<'desk.figure'> = {
  transaction: false,
  async handle(input, context) {
    await requirePlace(context, input.kind, input.id);
    const frozen = input.snapshot === undefined ? null : (await snapshotById(context.db, input.snapshot)) ?? refuse('not_found');
    const sheet: Sheet = frozen ? frozen.sheet : sheetOf((await readFacts(context)).facts);
    const place = placeOf(sheet, input.kind, input.id);
    const { unit, formula, source, filter, rules } = sheet.definitions.find(({ code }) => code === input.code) ?? refuse('not_found');
    return {
      place: { kind: place.kind, id: place.id, name: place.name }, figure: shownFigure(sheet, place, input.code), unit, formula, source, filter,
      rules: sheet.rules.filter(({ kind }) => rules.includes(kind)).map(({ kind, title, version, status, hash }) => ({ kind, title, version, status, hash })),
      asOf: new Date(sheet.at).toISOString(),
      snapshot: frozen && { id: frozen.id, name: frozen.name, hash: Buffer.from(frozen.hash).toString('hex') },
      hotline: context.settings.hotline,
    };
  },
};

/** A street's officer sees her own street and communities, the circles they belong to, and the district's sums. */
const requirePlace = async (context: Context, kind: PlaceKind, id: string): Promise<void> => {
  const scope = scopeOf(context.caller.duties);
  if (scope === null || kind === 'district') return;
  if (kind === 'street') return requireStreet(context, id);
  if (kind === 'community') return requireStreet(context, ((await communityByCode(context.db, id)) ?? refuse('unknown_place')).streetCode);
  const inside = await context.db.selectFrom('lz.circle_community as m').innerJoin('lz.community as c', 'c.code', 'm.community_code').select('c.code').where('m.circle_id', '=', id).where('c.street_code', 'in', scope).executeTakeFirst();
  if (!inside) return refuse('out_of_scope');
};
