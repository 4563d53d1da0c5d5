/** What a database needs before any function works on it: the migrations, the rule versions, the places. Every start does it; it is safe to repeat. */
import { fileURLToPath } from 'node:url';
import type { Database } from '../database/handle';
import { migrate, readMigrations } from '../database/migrate';
import { seedMarkets, seedPlaces, seedRules } from '../database/seed';
import { deployedRules, divisions, plan, markets } from '../rules';

export const migrationsFolder = fileURLToPath(new URL('../database/migrations', import.meta.url));

export interface Prepared {
  /** Names of the migrations that ran now; empty where nothing was to be done. */
  readonly migrations: readonly string[];
  /** Rule versions that were not there before. */
  readonly rules: readonly { readonly title: string; readonly version: string }[];
}

/** Throws `MigrationError` or `RuleChanged` in one sentence. */
export const prepareDatabase = async (database: Database): Promise<Prepared> => {
  const migrations = await migrate(database, readMigrations(migrationsFolder));
  const before = new Set(await ruleHashes(database));
  await seedRules(database, deployedRules);
  await seedPlaces(database, divisions, plan);
  await database.owner.transaction().execute((tx) => seedMarkets(tx, markets, false));
  const rows = await database.owner.selectFrom('lz.rule_version').select(['hash', 'title', 'version']).orderBy('kind').execute();
  return { migrations, rules: rows.filter(({ hash }) => !before.has(hash)).map(({ title, version }) => ({ title, version })) };
};

const ruleHashes = async ({ owner }: Database) => (await owner.selectFrom('lz.rule_version').select('hash').execute()).map(({ hash }) => hash);
