/**
 * Brings the rule files into the database: every version once, and the places of the newest one. Safe to
 * run at every start. A file whose text changed without a new version is refused, because figures and
 * answers point at the old text by its hash.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '../domain/canonical';
import { readHoursText } from '../domain/hours-text';
import type { DivisionRules, MarketRules, PlanRules, RuleHead } from '../types/rules';
import type { Database, Handle } from './handle';

export const ruleHash = (rule: RuleHead): string => createHash('sha256').update(canonicalJson(rule)).digest('hex');

export class RuleChanged extends Error {}

export const seedRules = (database: Database, rules: readonly RuleHead[]): Promise<void> =>
  database.owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('lz.seed'))`.execute(tx);
    for (const rule of rules) await addRule(tx, rule);
  });

/** False if this version is there already. Throws `RuleChanged` where it says something else. */
export const addRule = async (tx: Handle, rule: RuleHead): Promise<boolean> => {
  const hash = ruleHash(rule);
  const known = await tx.selectFrom('lz.rule_version').select('hash').where('kind', '=', rule.kind).where('version', '=', rule.version).executeTakeFirst();
  if (known && known.hash !== hash) throw new RuleChanged(`rules/${rule.kind}: the text of version ${rule.version} was changed; give it a new version`);
  if (known) return false;
  await tx.insertInto('lz.rule_version')
    .values({ kind: rule.kind, version: rule.version, hash, title: rule.title, source: rule.source, status: rule.status, body: JSON.stringify(rule) }).execute();
  return true;
};

export const seedPlaces = (database: Database, divisions: DivisionRules, plan: PlanRules): Promise<void> =>
  database.owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('lz.seed'))`.execute(tx);
    for (const street of divisions.streets) {
      await tx.insertInto('lz.street').values({ code: street.code, name: street.name }).onConflict((c) => c.column('code').doUpdateSet({ name: street.name })).execute();
      for (const { code, name, note = null } of street.communities) {
        await tx.insertInto('lz.community').values({ code, name, note, street_code: street.code, centre_lng: null, centre_lat: null, population: null })
          .onConflict((c) => c.column('code').doUpdateSet({ name, note })).execute();
      }
    }
    await seedCircles(tx, plan);
  });

const seedCircles = async (tx: Handle, plan: PlanRules) => {
  for (const [position, circle] of plan.circles.entries()) {
    const columns = {
      position, name: circle.name, due: circle.due, due_text: circle.dueText, targets: JSON.stringify(circle.targets),
      target_status: '待核', communities_status: circle.communitiesStatus,
    };
    await tx.insertInto('lz.circle').values({ id: circle.id, ...columns }).onConflict((c) => c.column('id').doUpdateSet(columns)).execute();
    await tx.deleteFrom('lz.circle_community').where('circle_id', '=', circle.id).execute();
    await tx.insertInto('lz.circle_community').values(circle.communities.map((code) => ({ circle_id: circle.id, community_code: code }))).execute();
  }
};

/** Brings the markets of a rule file into their table. What the file leaves open stays as it is. */
export const seedMarkets = async (tx: Handle, { markets }: MarketRules, demo: boolean): Promise<void> => {
  for (const [position, { id, name, kind, clause, place, hours: said, rules }] of markets.entries()) {
    const hours = said && readHoursText(said.text);
    if (hours && !hours.ok) throw new Error(`rules: the hours of the market ${id} can't be read: ${hours.part}`);
    const known = {
      name, kind, clause,
      ...(place ? { lng: place.lng, lat: place.lat, address: place.address, place_status: place.status } : {}),
      ...(said && hours ? { hours: hours.hours && JSON.stringify(hours.hours), dated: hours.dated && JSON.stringify(hours.dated), hours_status: said.status } : {}),
      ...(rules.length > 0 ? { rules: JSON.stringify(rules) } : {}),
    };
    await tx.insertInto('lz.market').values({ position: demo ? position - 100 : position, lng: null, lat: null, address: null, place_status: '待核', hours: null, dated: null, hours_status: '待核', rules: '[]', ...known, id, demo })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(known)).execute();
  }
};
