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

const standIn = (file, ...packages) => Object.fromEntries(packages.map((name) => [name, join(here, file)]));

/** Clients for AI and data models (they load node's whole fetch), its document database, logins of one's own. */
const cloudExtras = ['@cloudbase/ai', '@cloudbase/app', '@cloudbase/wx-cloud-client-sdk', 'web-streams-polyfill', '@cloudbase/database', 'bson', 'jsonwebtoken'];

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
    // pg asks for it to tell Cloudflare from Node; where Node 20 has none, it builds a Response instead, and loading what that takes
    // is a fifth of the cold start. This is what Node has from 21 on.
    banner: { js: "globalThis.navigator ??= { userAgent: 'Node.js/' + process.versions.node.split('.')[0] };" },
    logLevel: 'warning',
    legalComments: 'none',
    // the SDK asks for file types when it sends a form, which no function here does; the table is a fifth of the bundle
    // neither does any use the rest of what the SDK loads at every cold start: functions ask it who is calling, to check texts and photos, and to keep photos
    alias: { ...standIn('no-file-types.cjs', 'mime-types', 'mime-db'), ...standIn('storage-reply.cjs', 'xml2js'), ...standIn('no-cloud-extras.cjs', ...cloudExtras) },
  });
  copyFileSync(join(source, name, 'config.json'), join(folder, 'config.json'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, main: 'index.js', private: true }, null, 2)}\n`);
  console.log(`${name}  ${(statSync(join(folder, 'index.js')).size / 1024).toFixed(0)} KB`);
}
