/**
 * `npm run check:weapp`: the built mini-program through WeChat's own tools, without an account. What is
 * checked: app.json and every page's files, WeChat's compiler over all of it, its quality check, and the
 * sizes of the packages against WeChat's limits and our budget. What can't be checked here: upload, preview,
 * review, a device.
 */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const built = join(root, 'dist', 'weapp');
const KB = 1024;
/** WeChat's limits, and the budget of docs/architecture.md for the main package and the whole. */
const limits = { main: 750 * KB, whole: 2048 * KB, anyPackage: 2048 * KB };

const stop = (sentence) => { console.error(sentence); process.exit(1); };
if (!existsSync(join(built, 'app.json'))) stop('dist/weapp is missing: run `npm run build:weapp` first');
if (!existsSync(join(here, 'node_modules', 'miniprogram-ci'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
  if (status !== 0) stop('installing miniprogram-ci failed');
}

const filesIn = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
const size = (folder) => filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0);

const sizes = () => {
  const app = JSON.parse(readFileSync(join(built, 'app.json'), 'utf8'));
  const packages = (app.subPackages ?? app.subpackages ?? []).map(({ root: name }) => ({ name, bytes: size(join(built, name)) }));
  const whole = size(built);
  const main = whole - packages.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes } of [{ name: 'main package', bytes: main }, ...packages, { name: 'whole', bytes: whole }]) console.log(`${name.padEnd(24)} ${(bytes / KB).toFixed(0).padStart(6)} KB`);
  const over = [];
  if (main > limits.main) over.push(`main package over ${limits.main / KB} KB`);
  if (whole > limits.whole) over.push(`whole over ${limits.whole / KB} KB`);
  for (const { name, bytes } of packages) if (bytes > limits.anyPackage) over.push(`${name} over WeChat's 2 MB`);
  return over;
};

const ci = createRequire(import.meta.url)('miniprogram-ci');
/** The first thing the tool does is to ask WeChat about the app; offline, its own defaults stand in. */
class OfflineProject extends ci.Project {
  async attr() { return ci.DefaultProjectAttr; }
}

const folder = mkdtempSync(join(tmpdir(), 'lz-weapp-'));
const keyFile = join(folder, 'key');
writeFileSync(keyFile, generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs1', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey);
const problems = sizes();
try {
  const project = new OfflineProject({ appid: 'wx0000000000000000', type: 'miniProgram', projectPath: root, privateKeyPath: keyFile, ignores: ['node_modules/**/*'] });
  const compiled = join(folder, 'compiled.zip');
  await ci.getCompiledResult({ project, version: '0.0.0', desc: 'check', setting: { es6: false, minify: false } }, compiled);
  console.log(`compiled by WeChat's compiler: ${(statSync(compiled).size / KB).toFixed(0)} KB zipped`);
  const items = await ci.checkCodeQuality(project);
  if (!Array.isArray(items) || items.length === 0) problems.push('the quality check said nothing');
  for (const item of items) console.log(`quality  ${item.success ? 'ok  ' : 'FAIL'}  ${item.name}  ${item.success ? '' : item.text ?? ''}`);

  for (const item of items) if (!item.success) problems.push(`quality: ${item.name}`);
} catch (error) {
  problems.push(`WeChat's compiler: ${error instanceof Error ? error.message : String(error)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (problems.length > 0) stop(problems.join('\n'));
console.log('weapp check passed');
process.exit(0);
