/**
 * `npm run bench`: the budgets of docs/architecture.md as measured on this machine, each as a ratio taken in
 * one run. With TEST_DATABASE_URL also on that PostgreSQL server. `--small` for a quick look.
 */
import { cpus, totalmem } from 'node:os';
import { openWorld } from '../support/world';
import { onPostgres } from '../support/testDatabase';
import { table, type Line } from './measure';
import { benchNearby } from './nearby';
import { benchPackages } from './packages';
import { benchReading } from './reading';
import { benchSealing } from './sealing';
import { benchStarting } from './starting';
import { benchSubmit } from './submit';

const small = process.argv.includes('--small');
const print = (title: string, lines: readonly Line[]) => console.log(`\n### ${title}\n\n${table(lines)}`);

const onDatabase = async () => {
  const world = await openWorld(undefined, false);
  const name = world.host.database.kind === 'postgres' ? 'PostgreSQL' : 'PGlite (embedded)';
  try {
    print(`${name}: taking answers`, await benchSubmit(world, small ? 300 : onPostgres ? 4000 : 500));
    print(`${name}: outlets nearby`, await benchNearby(world, small ? [1000, 2000] : onPostgres ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]));
    print(`${name}: sealing, releasing, auditing`, await benchSealing(world, small ? 2000 : onPostgres ? 1_000_000 : 20_000));
    print(`${name}: reading counts`, await benchReading(world, small ? [1000, 2000] : onPostgres ? [10_000, 1_000_000] : [10_000, 100_000]));
  } finally {
    await world.close();
  }
};

const run = async () => {
  console.log(`${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'} · ${Math.round(totalmem() / 2 ** 30)} GB · ${process.platform} ${process.arch}`);
  if (!onPostgres) {
    print('What is shipped', benchPackages());
    print('Starting', await benchStarting());
  }
  await onDatabase();
};
run().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1); });
