/**
 * What has to be there before any TypeScript can run: a Node that is new enough, the packages of the lock
 * file, the built pages. Plain JavaScript with nothing but Node, because on a fresh machine there is
 * nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const stamps = join(root, 'node_modules', '.cache', 'lz');

export const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

export const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11) || major >= 25) stop(`需要 Node 20.11 以上、25 以下的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装 Node 20 或 22。`);
};

export const run = (command, args, env = {}) => {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' });
  return result.status ?? 1;
};

const hash = (text) => createHash('sha256').update(text).digest('hex');
const stampOf = (name) => { try { return readFileSync(join(stamps, name), 'utf8'); } catch { return ''; } };
const stamp = (name, value) => { mkdirSync(stamps, { recursive: true }); writeFileSync(join(stamps, name), value); };

/** Installs from the lock file when it, or the folder, is not what was installed last. */
export const install = () => {
  const wanted = hash(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(join(root, 'node_modules', '.package-lock.json')) && stampOf('installed') === wanted) return;
  console.log('正在安装所需的程序包(第一次约需一两分钟)……');
  if (run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) stop('安装没有成功。请检查网络后再试一次：npm ci。');
  stamp('installed', wanted);
};

const filesIn = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  return entry.isDirectory() ? filesIn(path) : [path];
});

const targets = {
  h5: { what: '网页', from: ['src', 'config', 'types', 'domain', 'babel.config.js', 'package-lock.json'], made: 'dist/h5/index.html' },
  weapp: { what: '小程序', from: ['src', 'config', 'types', 'domain', 'babel.config.js', 'package-lock.json'], made: 'dist/weapp/app.json' },
  cloud: { what: '云函数', from: ['cloudfunctions', 'database', 'types', 'domain', 'rules', 'local/build', 'package-lock.json'], made: 'dist/cloudfunctions/survey/index.js' },
};

/** Builds a target when its sources changed since it was built. Returns false if nothing had to be done. */
export const build = (name) => {
  const { what, from, made } = targets[name];
  const sources = from.flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesIn(join(root, path)) : [join(root, path)]))
    .filter((path) => !/\.test\.tsx?$/.test(path)).sort();
  const now = hash(`${process.env.LZ_CLOUD_ENV ?? ''}${sources.map((path) => `${path}:${hash(readFileSync(path))}`).join('\n')}`);
  if (existsSync(join(root, made)) && stampOf(`built-${name}`) === now) return false;
  console.log(`正在生成${what}(约半分钟)……`);
  if (run('npm', ['run', '--silent', `build:${name}`], { NODE_ENV: 'production' }) !== 0) stop(`生成${what}没有成功，请看上面的提示。`);
  stamp(`built-${name}`, now);
  return true;
};

