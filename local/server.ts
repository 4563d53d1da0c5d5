/** The one-machine host: functions over HTTP, the H5 files, short links of posters and invites, a health page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Handler } from '../cloudfunctions/runtime/run';
import { errorOf, type ErrorCode } from '../types/errors';
import { filePath, type LocalFiles } from './files';
import type { Sessions } from './sessions';

export interface ServerParts {
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly sessions: Sessions;
  /** Throws when the database does not answer. */
  readonly ping: () => Promise<void>;
  /** Commands of the command-line tools, by the key in the lock file. */
  readonly control: { readonly key: string; readonly commands: Readonly<Record<string, (input: unknown) => Promise<unknown>>> } | null;
  readonly h5Folder: string;
  /** What links to photos lead to, and the time they are judged by; null: there are none. */
  readonly files?: { readonly store: LocalFiles; readonly now: () => Date } | null;
  /** Photos from one address in ten minutes. */
  readonly photosAtOnce?: number;
  /** New sessions for one address in ten minutes. */
  readonly sessionsAtOnce?: number;
}

/** Bytes. The largest honest request is a questionnaire with a remark, some 4 KB. */
const bodyLimit = 256 * 1024;
/** Of the one function that takes photos: 1 MB in base64, and what goes around it. */
const photoBodyLimit = 1536 * 1024;
/** Anything longer carries a photo. */
const longestForm = 64 * 1024;
/** A census list of 4 MB in base64, and what goes around it. */
const listBodyLimit = 6 * 2 ** 20;
/** Each person has a number for the day; this holds back whoever makes up persons, and lets a street's officers share a network. */
const photosInTenMinutes = 200;
/**
 * A session is a new browser, and a new browser may answer once: whoever mints them by the thousand could answer by the thousand. But
 * behind one address of a mobile network sit many people, who all come after one loudspeaker call.
 */
const sessionsInTenMinutes = 600;
const status: Partial<Record<ErrorCode, number>> = { too_many_sessions: 429, too_many_photos: 429, too_large: 413, session_required: 401, internal: 500, database_unavailable: 503 };

const refuse = (reply: FastifyReply, code: ErrorCode) => reply.code(status[code] ?? 200).send({ ok: false, error: errorOf(code) });

export const createServer = (parts: ServerParts): FastifyInstance => {
  // a code of any length is answered by the page, not by the router
  // only a proxy on this very machine is believed when it says whose request it hands on
  const app = Fastify({ bodyLimit, logger: false, forceCloseConnections: true, trustProxy: 'loopback', routerOptions: { maxParamLength: 4096 } });

  app.addHook('onSend', async (_request, reply) => {
    const own = reply.getHeader('Content-Security-Policy');
    reply.headers({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'X-Frame-Options': 'DENY',
      // everything comes from this server; Taro's H5 shell sets inline styles and one inline script
      'Content-Security-Policy': own ?? "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
    });
  });

  app.setErrorHandler((error: { code?: string; statusCode?: number }, request, reply) => {
    if (error.statusCode === 429) return refuse(reply, request.routeOptions.url === '/api/outlet' ? 'too_many_photos' : 'too_many_sessions');
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.statusCode === 413) return refuse(reply, 'too_large');
    return refuse(reply, (error.statusCode ?? 500) < 500 ? 'malformed_request' : 'internal');
  });

  app.get('/health', async (_request, reply) => {
    try {
      await parts.ping();
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });

  app.register(rateLimit, { global: false });
  app.register(async (limited) => {
    const config = { rateLimit: { max: parts.sessionsAtOnce ?? sessionsInTenMinutes, timeWindow: 10 * 60_000 } };
    limited.post<{ Body: { cast?: unknown } | null }>('/api/session', { config }, async (request, reply) => {
      reply.header('Cache-Control', 'no-store');
      const cast = request.body?.cast;
      if (typeof cast !== 'string') return { ok: true, data: { session: parts.sessions.mint() } };
      const session = parts.sessions.exchange(cast);
      return session ? { ok: true, data: { session } } : refuse(reply, 'session_required');
    });
  });

  const serve = async (name: string, request: FastifyRequest, reply: FastifyReply) => {
    reply.header('Cache-Control', 'no-store');
    const handler = Object.hasOwn(parts.handlers, name) ? parts.handlers[name] : undefined;
    if (!handler) return refuse(reply, 'unknown_action');
    const session = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    const answer = await handler(request.body, parts.sessions.identity(session));
    return reply.code(answer.ok ? 200 : status[answer.error.code] ?? 200).send(answer);
  };
  app.post<{ Params: { name: string } }>('/api/:name', (request, reply) => serve(request.params.name, request, reply));
  app.post('/api/export', { bodyLimit: listBodyLimit }, (request, reply) => serve('export', request, reply));
  app.register(async (limited) => {
    const isForm = ({ headers }: FastifyRequest) => Number(headers['content-length'] ?? Infinity) <= longestForm;
    const config = { rateLimit: { max: parts.photosAtOnce ?? photosInTenMinutes, timeWindow: 10 * 60_000, allowList: isForm } };
    limited.post('/api/outlet', { config, bodyLimit: photoBodyLimit }, (request, reply) => serve('outlet', request, reply));
  });

  app.get<{ Params: { place: string }; Querystring: { until?: string; mac?: string } }>(`${filePath}:place`, async (request, reply) => {
    const { until, mac } = request.query;
    const found = await parts.files?.store.open(request.params.place, String(until), String(mac), parts.files.now());
    if (!found) return reply.code(404).header('Cache-Control', 'no-store').send();
    return reply.headers({
      'Content-Type': found.media,
      // kept by this phone alone, and no longer than the link holds
      'Cache-Control': `private, max-age=${found.secondsLeft}`,
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
    }).send(found.bytes);
  });

  app.post<{ Params: { command: string } }>('/control/:command', { bodyLimit: 64 * 1024 * 1024 }, async (request, reply) => {
    const command = parts.control?.commands[request.params.command];
    if (!parts.control || !command || request.headers['x-control-key'] !== parts.control.key) return reply.code(404).send();
    return { ok: true, data: await command(request.body) };
  });

  // what a poster's QR code and an invite's link say: short, without a #, fit for a phone's camera
  app.get<{ Params: { scene: string } }>('/s/:scene', (request, reply) => reply.redirect(`/?scene=${encodeURIComponent(request.params.scene.slice(0, 32))}`));
  // a letter's code and a helper's token go behind the #, where no later request tells them
  app.get<{ Params: { code: string } }>('/l/:code', (request, reply) => reply.redirect(`/#/pages/survey/index?letter=${encodeURIComponent(request.params.code.slice(0, 40))}`));
  app.get<{ Params: { token: string } }>('/a/:token', (request, reply) => reply.redirect(`/#/pages/survey/index?assist=${encodeURIComponent(request.params.token.slice(0, 60))}`));
  app.get<{ Params: { code: string } }>('/i/:code', (request, reply) => reply.redirect(`/#/packages/desk/accept/index?code=${encodeURIComponent(request.params.code.slice(0, 40))}`));

  if (existsSync(join(parts.h5Folder, 'index.html'))) {
    app.register(staticFiles, {
      root: parts.h5Folder,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', /[.-][0-9a-f]{8}\.(js|css)$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  return app;
};
