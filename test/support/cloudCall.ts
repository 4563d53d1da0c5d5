/** `wx.cloud.callFunction` for the executed mini-program: the real functions on a real server, as one visitor. Plain `http`, because the simulator's world has no fetch. */
import { request } from 'node:http';

const post = (url: string, path: string, body: unknown, session?: string) =>
  new Promise<unknown>((done, failed) => {
    const text = JSON.stringify(body);
    const call = request(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...(session ? { authorization: `Bearer ${session}` } : {}) } }, (response) => {
      let reply = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => { reply += part; });
      response.on('end', () => { try { done(JSON.parse(reply)); } catch (error) { failed(error); } });
    });
    call.on('error', failed);
    call.end(text);
  });

/** `cast`: a token from the server's cast links; without it a visitor of its own. */
export const cloudCaller = async (url: string, cast?: string) => {
  const { data } = (await post(url, '/api/session', cast ? { cast } : {})) as { data: { session: string } };
  return (name: string, event: unknown) => post(url, `/api/${name}`, event, data.session);
};
/** Tokens by title of the cast, from what the server printed at its start. */
export const castTokens = (output: string): Record<string, string> =>
  Object.fromEntries([...output.matchAll(/^ {2}(\S+) {2}.*\n.*cast=([\w-]+)/gm)].map(([, title, token]) => [title!, token!]));
