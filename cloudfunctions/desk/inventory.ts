/** What was checked in a street, community by community and format by format; and marking it. */
import { countForFormats, judge } from '../../domain/inventory';
import { listedByServices, newestMarks } from '../../database/queries/inventory';
import { communityByCode } from '../../database/queries/places';
import type { FormatRules, InventoryRules } from '../../types/rules';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { rememberedRule } from '../runtime/ruleInForce';
import { placesWithin, requireCommunity, roleIn } from '../runtime/scope';

export const inventory: Action<'desk.inventory'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now } = context;
    const streets = await placesWithin(context);
    const street = input.street === undefined ? streets[0] : (await placesWithin(context, input.street))[0];
    if (street === undefined) return refuse('unknown_place', 'street');
    const [formats, { recheckDays, status }] = [(await rememberedRule<FormatRules>(context, 'formats')).body, (await rememberedRule<InventoryRules>(context, 'inventory')).body];
    const codes = street.communities.map(({ code }) => code);
    const [marks, outlets] = [await newestMarks(db, codes), await listedByServices(db, codes)];
    const countsAs = new Map(formats.services.map(({ code, countsAs: as }) => [code, as]));
    const marked = new Map(marks.map((mark) => [`${mark.community_code} ${mark.format}`, mark]));
    return {
      streets: streets.map(({ code, name }) => ({ code, name })),
      street: { code: street.code, name: street.name },
      rule: { recheckDays, status },
      groups: formats.groups.map((name) => ({ name, formats: formats.formats.filter(({ group }) => group === name).map(({ code, name: of }) => ({ code, name: of })) })).filter((group) => group.formats.length > 0),
      rows: street.communities.map(({ code, name }) => {
        const here = outlets.filter(({ community_code: community }) => community === code);
        const [listed, verified] = [countForFormats(here.map((row) => ({ ...row, n: row.listed })), countsAs), countForFormats(here.map((row) => ({ ...row, n: row.verified })), countsAs)];
        return {
          community: { code, name },
          cells: formats.formats.map(({ code: format }) => {
            const mark = marked.get(`${code} ${format}`) ?? null;
            const n = listed.get(format) ?? 0;
            return {
              format, listed: n, verified: verified.get(format) ?? 0, ...judge(mark && { state: mark.state, at: Date.parse(mark.at) }, n, now.getTime(), recheckDays),
              mark: mark && { role: mark.by_role, mine: mark.by === caller.person, at: mark.at, note: mark.note },
            };
          }),
        };
      }),
    };
  },
};

export const checkInventory: Action<'desk.checkInventory'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const community = (await communityByCode(db, input.community)) ?? refuse('unknown_place', 'community');
    requireCommunity(context, community);
    const known = new Set((await rememberedRule<FormatRules>(context, 'formats')).body.formats.map(({ code }) => code));
    const formats = [...new Set(input.formats)];
    if (!formats.every((format) => known.has(format))) return refuse('unknown_format', 'formats');
    // whoever is both marks as the one who is nearer
    const role = roleIn(caller.duties, community);
    const { numInsertedOrUpdatedRows: marked = 0n } = await db.insertInto('lz.inventory_check').values(formats.map((format) => ({
      sending: input.sending, community_code: community.code, format, state: input.state, by: caller.person, by_role: role, at: now.toISOString(), note: input.note,
    }))).onConflict((conflict) => conflict.columns(['sending', 'community_code', 'format']).doNothing()).executeTakeFirstOrThrow();
    if (marked > 0n) await audit(context, `inventory.${input.state}`, community.code, { formats, note: input.note });
    return { marked: formats.length };
  },
};
