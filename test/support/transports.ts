/** The two ways a call reaches a function: over HTTP through `local/`, and through the bundle's `exports.main`. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { remarkKeysFrom } from '../../cloudfunctions/runtime/remarkBox';
import { createServer } from '../../local/server';
import { createSessions } from '../../local/sessions';
import type { Reply } from '../../types/errors';
import { remarkKey, secret, type Persona, type World } from './world';

export interface Transport {
  /** `persona` null: nobody, without session or openid. */
  send(name: string, event: unknown, persona: Persona | null): Promise<Reply<unknown>>;
  /** Hosts besides the database that a bundle asked for. */
  readonly outgoing?: readonly string[];
  close(): Promise<void>;
}

/** `h5Folder`: the built pages, for a browser. */
export const overHttp = async ({ host }: World, { h5Folder = '', ...limits }: { readonly h5Folder?: string; readonly sessionsAtOnce?: number; readonly photosAtOnce?: number } = {}): Promise<Transport & { readonly url: string }> => {
  const tokens = new Map<string, string>();
  const sessions = createSessions(host.secrets, tokens);
  const server = createServer({ handlers: { ...host.handlers }, sessions, ping: async () => { await sql`select 1`.execute(host.database.owner); }, control: null, h5Folder, files: host.files && { store: host.files, now: host.now }, ...limits });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    async send(name, event, persona) {
      if (persona !== null) tokens.set(persona, persona);
      const session = persona === null ? null : sessions.exchange(persona);
      const response = await fetch(`${url}/api/${name}`, {
        method: 'POST', body: JSON.stringify(event), headers: { 'content-type': 'application/json', ...(session ? { authorization: `Bearer ${session}` } : {}) },
      });
      return (await response.json()) as Reply<unknown>;
    },
    close: () => server.close(),
  };
};

export const testAppId = 'wx0000000000000000';
export const openidOf = (persona: Persona) => `o-${persona}`;
export const cloudIdentity = (persona: Persona) => `wx:${testAppId}:${openidOf(persona)}`;

/** The functions log in as their own roles, which the deployment gives a login. */
export const throughBundles = async ({ host, url }: World): Promise<Transport> => {
  if (url === null) throw new Error('the bundles need a PostgreSQL server');
  for (const role of ['lz_survey', 'lz_outlet', 'lz_desk', 'lz_export', 'lz_clock', 'lz_voice']) {
    // roles belong to the whole server: another test file may be altering the same one
    for (let attempt = 0; ; attempt += 1) {
      try {
        await sql`alter role ${sql.raw(role)} login`.execute(host.database.owner);
        break;
      } catch (error) {
        if (attempt > 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
  const { hostname, port, pathname } = new URL(url);
  const { publicKey, deskKey } = remarkKeysFrom(remarkKey);
  const child = fork(join(__dirname, 'bundleHost.cjs'), [], {
    env: {
      PATH: process.env.PATH, TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', TENCENTCLOUD_SECRETID: 'none', TENCENTCLOUD_SECRETKEY: 'none', SCF_NAMESPACE: 'test-env', TCB_ENV: 'test-env', WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', WX_APPID: testAppId,
      PGHOST: hostname, PGPORT: port || '5432', PGDATABASE: pathname.slice(1), PGSSLMODE: 'disable',
      LZ_SECRET: secret, LZ_HOTLINE: '12345', LZ_PUBLIC_URL: 'http://localhost:10086',
      LZ_REMARK_PUBLIC_KEY: publicKey.toString('hex'), LZ_REMARK_DESK_KEY: deskKey.toString('hex'),
      LZ_ROUND_KEYS: JSON.stringify(Object.fromEntries([...host.roundKeys.all()].map(([round, key]) => [round, Buffer.from(key).toString('hex')]))),
    },
    execArgv: [], silent: true,
  });
  const waiting = new Map<number, { done: (reply: Reply<unknown>) => void; failed: (error: Error) => void }>();
  const outgoing: string[] = [];
  child.on('message', ({ id, reply, failed, outgoing: host }: { id: number; reply: Reply<unknown>; failed?: string; outgoing?: string }) => {
    if (host !== undefined) return void outgoing.push(host);
    const call = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) call?.done(reply);
    else call?.failed(new Error(failed));
  });
  child.once('exit', () => { for (const { failed } of waiting.values()) failed(new Error('the functions ended')); });
  let sent = 0;
  return {
    outgoing,
    send: (name, event, persona) => new Promise((done, failed) => {
      sent += 1;
      waiting.set(sent, { done, failed });
      child.send({ id: sent, name, openid: persona === null ? null : openidOf(persona), event });
    }),
    close: () => new Promise((closed) => {
      child.once('exit', () => closed());
      child.kill();
    }),
  };
};
