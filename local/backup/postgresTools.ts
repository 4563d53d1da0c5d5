/** PostgreSQL's own pg_dump and pg_restore, for the schema `lz` alone. The password goes by the environment, not by the command line that others can see. */
import { spawn } from 'node:child_process';
import { StartError } from '../config';

export const dumpServer = (url: string, file: string): Promise<void> =>
  run('pg_dump', url, ['--format=custom', '--schema=lz', '--no-owner', `--file=${file}`]);

/** All or nothing. */
export const restoreServer = (url: string, file: string): Promise<void> =>
  run('pg_restore', url, ['--single-transaction', '--exit-on-error', '--no-owner', file]);

const run = (tool: 'pg_dump' | 'pg_restore', url: string, args: readonly string[]): Promise<void> => {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return new Promise((resolve, reject) => {
    const child = spawn(tool, [...args, `--dbname=${address.href}`, '--no-password'], {
      stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) },
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString()).slice(0, 2000); });
    child.on('error', () => reject(new StartError(`这台机器上没有 ${tool}。请安装 PostgreSQL 客户端（不低于服务器的版本），例如 apt install postgresql-client。`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new StartError(`${tool} 没有成功：${firstLine(complaint)}`))));
  });
};

const firstLine = (text: string) => text.split('\n').map((line) => line.trim()).find((line) => line !== '') ?? '没有说明原因';
