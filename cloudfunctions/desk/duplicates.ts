/** Pairs of a street's outlets that may be one outlet, side by side; and what was merged of late, so that a mistake can be found and taken back. */
import { shanghaiDay } from '../../domain/calendar';
import { duplicatePairs } from '../../domain/duplicate-pairs';
import { suggestedToStay } from '../../domain/merging';
import { indexPinyin } from '../../domain/pinyin';
import { entryOf } from '../../database/similarOutlets';
import { comparableOutlets, keepApart as noteApart, newestMerges, pairedOutlets, pairsApart, type PairedOutlet } from '../../database/queries/merges';
import { lockOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { latestRule } from '../../database/queries/rules';
import { pinyinTable } from '../../rules/pinyin';
import type { PairSide } from '../../types/contract/pairs';
import type { FormatRules } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { duplicateRules } from '../runtime/duplicateRules';
import { refuse } from '../runtime/refusal';
import { upkeepRules } from '../runtime/upkeep';
import { requireStreet, scopeOf } from '../runtime/scope';

const mostShown = 50;
const mostMerged = 20;
const pinyin = indexPinyin(pinyinTable);

export const duplicates: Action<'desk.duplicates'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now, settings } = context;
    const scope = scopeOf(caller.duties, input.street);
    const rules = await duplicateRules(context);
    const { undoDays } = await upkeepRules(context);
    const formats = (await latestRule<FormatRules>(db, 'formats'))?.body;
    const apart = await pairsApart(db);
    const entries = (await comparableOutlets(db, scope)).map((row) => ({ ...entryOf(row), id: row.id }));
    const pairs = duplicatePairs(entries, rules, pinyin).filter(({ one, other }) => !apart.has(`${one.id} ${other.id}`));
    const shown = pairs.slice(0, mostShown);
    const rows = new Map((await pairedOutlets(db, shown.flatMap(({ one, other }) => [one.id, other.id]))).map((row) => [row.id, row]));
    const since = now.getTime() - undoDays * 86_400_000;
    return {
      pairs: shown.flatMap(({ one, other, score, level, reasons, metres }) => {
        const [left, right] = [rows.get(one.id), rows.get(other.id)];
        return left && right ? [{
          score, level: level === 'no' ? 'possible' as const : level, reasons: reasons.map(({ words }) => words), metres,
          stays: suggestedToStay(weighed(left), weighed(right)), sides: [sideOf(left, formats, context), sideOf(right, formats, context)],
        }] : [];
      }),
      total: pairs.length,
      merged: (await newestMerges(db, scope, mostMerged)).map((row) => ({
        id: row.id, kept: { id: row.keptId, name: row.keptName }, gone: row.goneName, community: row.community, at: row.at,
        undoable: Date.parse(row.at) > since && row.owner !== caller.person,
      })),
      undoDays, status: rules.status, hotline: settings.hotline,
    };
  },
};

const weighed = (row: PairedOutlet) => ({ id: row.id, owned: row.owner !== null, licensed: row.credit_code !== null, verified: row.verified_at !== null, confirmedAt: row.confirmed_at, phone: row.phone });

const sideOf = (row: PairedOutlet, formats: FormatRules | undefined, { caller }: Context): PairSide => ({
  id: row.id, name: row.name, format: formats?.formats.find(({ code }) => code === row.format)?.name ?? '其他',
  services: row.services.flatMap((code) => formats?.services.find((service) => service.code === code)?.name ?? []),
  community: { code: row.community_code, name: row.community }, point: { lng: row.lng, lat: row.lat }, address: row.address, phone: row.phone, hours: row.hours, creditCode: row.credit_code,
  owned: row.owner !== null, own: row.owner === caller.person,
  verifiedOn: row.verified_at && shanghaiDay(Date.parse(row.verified_at)), confirmedOn: row.confirmed_at && shanghaiDay(Date.parse(row.confirmed_at)), demo: row.demo,
});

export const keepApart: Action<'desk.keepApart'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const [one = '', other = ''] = [...input.outlets].sort();
    if (one === other) return refuse('value_invalid', 'outlets');
    for (const id of [one, other]) {
      const row = (await lockOutlet(db, id)) ?? refuse('not_found');
      requireStreet(context, ((await communityByCode(db, row.community_code)) ?? refuse('unknown_place')).streetCode);
      if (row.owner === caller.person) return refuse('own_case');
    }
    await noteApart(db, [one, other], input.apart, caller.person, now);
    await audit(context, input.apart ? 'outlets.apart' : 'outlets.apart_undone', one, { other });
    return { apart: input.apart };
  },
};
