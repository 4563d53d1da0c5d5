/** What is shipped: sizes of the mini-program and the function bundles, and how long a bundle takes to load. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median, type Line } from './measure';

const root = resolve(__dirname, '../..');
const KB = 1024;
const sizeOf = (path: string): number => (statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : statSync(path).size);
const kb = (bytes: number) => `${(bytes / KB).toFixed(0)} KB`;

/** MB. `export` carries the libraries of tables. */
const largest = (name: string) => (name === 'export' ? 5 : 1.5);

export const benchPackages = (): Line[] => {
  const weapp = join(root, 'dist/weapp');
  const lines: Line[] = [];
  if (existsSync(join(weapp, 'app.json'))) {
    const app = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
    const whole = sizeOf(weapp);
    const main = whole - (app.subPackages ?? []).reduce((sum, { root: name }) => sum + sizeOf(join(weapp, name)), 0);
    lines.push({ what: 'mini-program, main package / whole', measured: `${kb(main)} / ${kb(whole)}`, budget: '≤ 750 KB / ≤ 2 MB', kept: main <= 750 * KB && whole <= 2048 * KB });
  }
  const functions = join(root, 'dist/cloudfunctions');
  for (const name of existsSync(functions) ? readdirSync(functions) : []) {
    const file = join(functions, name, 'index.js');
    const times = Array.from({ length: 7 }, () => Number(execFileSync(process.execPath, ['-e', `const t=performance.now();require(${JSON.stringify(file)});console.log(performance.now()-t)`], { encoding: 'utf8', env: { PATH: process.env.PATH, TENCENTCLOUD_RUNENV: 'SCF' } })));
    const size = statSync(file).size;
    lines.push({ what: `function ${name}: bundle, require`, measured: `${kb(size)}, ${median(times).toFixed(0)} ms`, budget: `≤ ${largest(name)} MB, ≤ 150 ms`, kept: size <= largest(name) * 1024 * KB && median(times) <= 150 });
  }
  return lines;
};
