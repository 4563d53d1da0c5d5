/**
 * `npm run bench`: the budgets of docs/architecture.md as measured on this machine, each as a ratio taken in
 * one run. With TEST_DATABASE_URL also on that PostgreSQL server. `--small` for a quick look; named parts alone:
 * `npm run bench -- submit filling`.
 */
import { cpus, totalmem } from 'node:os';
import { openWorld } from '../support/world';
import { onPostgres } from '../support/testDatabase';
import { table, type Line } from './measure';
import { benchDuplicates } from './duplicates';
import { benchFigures } from './figures';
import { benchFilling } from './filling';
import { benchImporting } from './importing';
import { benchMap } from './map';
import { benchNearby } from './nearby';
import { benchPackages } from './packages';
import { benchPairs } from './pairs';
import { benchReading } from './reading';
import { benchSearch } from './search';
import { benchSealing } from './sealing';
import { benchStarting } from './starting';
import { benchSubmit } from './submit';

const parts = ['packages', 'starting', 'map', 'submit', 'filling', 'nearby', 'search', 'duplicates', 'pairs', 'sealing', 'figures', 'import', 'reading'] as const;
type Part = (typeof parts)[number];
const small = process.argv.includes('--small');
const named = process.argv.slice(2).filter((word) => word !== '--small');
const unknown = named.filter((word) => !parts.some((part) => part === word));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are: ${parts.join(', ')}`);
const wanted = (part: Part) => named.length === 0 || named.includes(part);

const measure = async (part: Part, title: string, work: () => Line[] | Promise<Line[]>) => {
  if (wanted(part)) console.log(`\n### ${title}\n\n${table(await work())}`);
};

const onDatabase = async () => {
  const world = await openWorld(undefined, false);
  const name = world.host.database.kind === 'postgres' ? 'PostgreSQL' : 'PGlite (embedded)';
  try {
    await measure('submit', `${name}: taking answers`, () => benchSubmit(world, small ? 300 : onPostgres ? 4000 : 500));
    await measure('filling', `${name}: whole rounds of a synthetic population`, () => benchFilling(world, small ? [2000] : onPostgres ? [10_000, 200_000] : [10_000]));
    await measure('nearby', `${name}: outlets nearby`, () => benchNearby(world, small ? [1000, 2000] : onPostgres ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]));
    await measure('search', `${name}: searching`, () => benchSearch(world, small ? 2000 : 100_000));
    await measure('duplicates', `${name}: duplicates`, () => benchDuplicates(world, small ? 2000 : 100_000));
    await measure('pairs', `${name}: pairs of a street`, () => benchPairs(world, small ? 2000 : 14_000));
    await measure('sealing', `${name}: sealing, releasing, auditing`, () => benchSealing(world, small ? 2000 : onPostgres ? 1_000_000 : 20_000));
    // after it, so that its answers are there
    await measure('figures', `${name}: circles, snapshots and tables`, () => benchFigures(world, small ? 2000 : 100_000));
    await measure('import', `${name}: census lists`, () => benchImporting(world, small ? [2000] : [10_000, 100_000]));
    await measure('reading', `${name}: reading counts`, () => benchReading(world, small ? [1000, 2000] : onPostgres ? [10_000, 1_000_000] : [10_000, 100_000]));
  } finally {
    await world.close();
  }
};

const run = async () => {
  console.log(`${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'} · ${Math.round(totalmem() / 2 ** 30)} GB · ${process.platform} ${process.arch}`);
  if (!onPostgres || named.length > 0) {
    await measure('packages', 'What is shipped', benchPackages);
    await measure('starting', 'Starting', benchStarting);
    await measure('map', 'The map of outlets at the speed of a phone', () => benchMap(2000));
  }
  if (parts.slice(3).some(wanted)) await onDatabase();
};
run().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1); });
