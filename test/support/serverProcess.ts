/** The real server as a process of its own, as `npm start` runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ActionName, Input, Output } from '../../types/contract';
import { contractVersion } from '../../types/contract/version';
import type { Reply } from '../../types/errors';

export const temporaryFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'lz-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export const freePort = () => new Promise<number>((found) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => found(port));
  });
});

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  readonly output: () => string;
  /** Resolves with the exit code. */
  stop(signal: 'SIGINT' | 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

const root = resolve(__dirname, '../..');

/** Longer than any of it takes beside other work, shorter than a test waits, so that what hangs is named. */
const patienceMs = { start: 120_000, call: 60_000 };

/** Starts the server; resolves when it has printed its address, rejects with what it printed if it ends before, or doesn't in time. */
export const startServer = (env: Record<string, string>, args: readonly string[] = []): Promise<RunningServer> =>
  new Promise((started, failed) => {
    const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...args], {
      cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LZ_DEMO_OUTLETS: '4', ...env },
    });
    let output = '';
    let ended: number | null | undefined;
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => { ended = code; done(code); }));
    const read = (text: Buffer) => {
      output += text.toString();
      if (output.includes('按 Ctrl-C 停止')) {
        clearTimeout(late);
        started({ url: `http://localhost:${env.PORT}`, pid: child.pid!, output: () => output, stop: (signal) => { if (ended === undefined) child.kill(signal); return gone; } });
      }
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    const late = setTimeout(() => { child.kill('SIGKILL'); failed(new Error(`not there after ${patienceMs.start} ms: ${output}`)); }, patienceMs.start);
    void gone.then(() => clearTimeout(late));
    void gone.then((code) => failed(new Error(`ended with ${String(code)}: ${output}`)));
  });

export interface Visitor { call<A extends ActionName>(action: A, input: Input<A>): Promise<Reply<Output<A>>> }

/** A visitor with a session of her own; with a cast link's token, one of the cast. */
export const visitor = async (url: string, cast?: string): Promise<Visitor> => {
  const post = async (path: string, body: unknown, session?: string) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', signal: AbortSignal.timeout(patienceMs.call), body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(session ? { authorization: `Bearer ${session}` } : {}) } });
    return (await response.json()) as Reply<never>;
  };
  const minted = await post('/api/session', cast ? { cast } : {});
  if (!minted.ok) throw new Error(minted.error.code);
  const { session } = minted.data as { session: string };
  return {
    call: (action, input) => {
      const [name, verb] = action.split('.');
      return post(`/api/${name}`, { action: verb, v: contractVersion, data: input }, session);
    },
  };
};
