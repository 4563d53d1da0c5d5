/**
 * One bundle for each deployable function under dist/cloudfunctions/<name>/: index.js with everything in it
 * (only the folder is uploaded), config.json as it stands, and a package.json that asks for nothing.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'cloudfunctions');
const target = join(root, 'dist', 'cloudfunctions');

const names = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'runtime').map((entry) => entry.name);
rmSync(target, { recursive: true, force: true });
for (const name of names) {
  const folder = join(target, name);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(source, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    // pg looks for it and does without
    external: ['pg-native'],
    logLevel: 'warning',
    legalComments: 'none',
    // the SDK asks for file types when it uploads a file, which no function here does; the table is a fifth of the bundle
    alias: { 'mime-types': join(here, 'no-file-types.cjs'), 'mime-db': join(here, 'no-file-types.cjs') },
  });
  copyFileSync(join(source, name, 'config.json'), join(folder, 'config.json'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, main: 'index.js', private: true }, null, 2)}\n`);
  console.log(`${name}  ${(statSync(join(folder, 'index.js')).size / 1024).toFixed(0)} KB`);
}
