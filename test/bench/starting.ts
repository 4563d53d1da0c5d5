/** `npm start` the second time: from the command to the first page. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { freePort, startServer, temporaryFolder } from '../support/serverProcess';
import { timed, type Line } from './measure';

const root = resolve(__dirname, '../..');

export const benchStarting = async (): Promise<Line[]> => {
  const folder = temporaryFolder();
  const env = { LZ_DATA: folder.path, PORT: String(await freePort()), LZ_DEMO_OUTLETS: '250' };
  try {
    const first = await startServer(env);
    await first.stop('SIGINT');
    const child = { stop: async () => {} };
    const ms = await timed(async () => {
      const process_ = spawn('npm', ['start'], { cwd: root, stdio: 'ignore', env: { ...process.env, ...env } , detached: true });
      const gone = new Promise<void>((done) => process_.once('exit', () => done()));
      child.stop = async () => { process.kill(-process_.pid!, 'SIGINT'); await gone; };
      for (;;) {
        const page = await fetch(`http://localhost:${env.PORT}/`).catch(() => null);
        if (page?.ok) return;
        await new Promise((later) => setTimeout(later, 50));
      }
    });
    await child.stop();
    return [{ what: '`npm start`, second time, to the first page', measured: `${(ms / 1000).toFixed(1)} s`, budget: '≤ 10 s', kept: ms <= 10_000 }];
  } finally {
    folder.remove();
  }
};
