/** What one number means: where every table and page leads to when somebody asks. */
import { enteredFields } from '../../../domain/figures/entered';
import { sheetOf, type Sheet } from '../../../domain/figures/sheet';
import { figureWords } from '../../../domain/figures/words';
import { standingEntries } from '../../../database/queries/entered';
import { snapshotById } from '../../../database/queries/snapshots';
import { allPlaces, communityByCode } from '../../../database/queries/places';
import type { PlaceKind } from '../../../domain/figures/definitions';
import type { FigureMeant } from '../../../types/contract/circles';
import type { Action, Context } from '../../runtime/action';
import { refuse } from '../../runtime/refusal';
import { communitiesWithin, requireStreet, scopeOf } from '../../runtime/scope';
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
      entries: await entriesIn(context, place, input.code),
      hotline: context.settings.hotline,
    };
  },
};

/** What the number is made of where people enter it, as it stands now. */
const entriesIn = async (context: Context, { kind, id, name }: { readonly kind: PlaceKind; readonly id: string; readonly name: string }, code: string): Promise<FigureMeant['entries']> => {
  const field = enteredFields.find((one) => one.code === code);
  if (!field) return null;
  const within = await communitiesWithin(context);
  const isIn = (street: string, community: string, circles: readonly { readonly id: string }[]) =>
    kind === 'district' || id === (kind === 'street' ? street : community) || (kind === 'circle' && circles.some((circle) => circle.id === id));
  const places = field.of === 'circle' ? [{ code: id, name }] : (await allPlaces(context.db)).flatMap((street) => street.communities.filter((one) => isIn(street.code, one.code, one.circles) && (within === null || within.includes(one.code))));
  const rows = new Map((await standingEntries(context.db, field.of, places.map((place) => place.code))).filter((row) => row.field === code).map((row) => [row.place_id, row]));
  return places.flatMap((place) => {
    const row = rows.get(place.code);
    if (!row) return [];
    const text = row.words ?? figureWords({ kind: 'number', value: row.value! }, field);
    return [{ id: place.code, name: place.name, text, source: row.source, asOf: row.as_of, role: row.by_role, mine: row.by === context.caller.person }];
  });
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
