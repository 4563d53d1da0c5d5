/**
 * The platform's check of a photo: WeChat's `security.mediaCheckAsync`, version 2. It wants a link that Tencent can open and the openid of
 * whoever took it, answers with the name of the check, and tells the verdict within half an hour as an event, `wxa_media_check`, pushed to the
 * function named in WeChat's console (docs/deploy.md). Until then, and where anything fails, the photo is held and a person looks.
 */
import cloud from 'wx-server-sdk';
import * as v from 'valibot';

/** `identity`: as `readIdentity` gave it. The name of the check that is under way; null: a person looks. */
export type ImageCheck = (identity: string, link: string) => Promise<string | null>;

interface Request { readonly version: 2; readonly openid: string; readonly scene: number; readonly mediaUrl: string; readonly mediaType: 2 }
type Send = (request: Request) => Promise<{ readonly traceId?: string; readonly trace_id?: string }>;

/** 资料: the nearest of the platform's four kinds. */
const scene = 1;
const patienceMs = 3000;

export const weChatImageCheck = (send: Send = sendToWeChat): ImageCheck => async (identity, link) => {
  const openid = /^wx:[^:]*:(.+)$/.exec(identity)?.[1];
  if (openid === undefined || !link.startsWith('http')) return null;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => { timer = setTimeout(() => done(null), patienceMs); });
  const reply = await Promise.race([send({ version: 2, openid, scene, mediaUrl: link, mediaType: 2 }).catch(() => null), late]);
  clearTimeout(timer);
  return reply?.traceId ?? reply?.trace_id ?? null;
};

const event = v.object({ MsgType: v.literal('event'), Event: v.literal('wxa_media_check'), trace_id: v.pipe(v.string(), v.minLength(8)), result: v.object({ suggest: v.string() }) });

/** The verdict's event, or null for any other. Only `pass` lets a photo be seen without a person. */
export const readCheckEvent = (given: unknown): { readonly trace: string; readonly passed: boolean } | null => {
  const read = v.safeParse(event, given);
  return read.success ? { trace: read.output.trace_id, passed: read.output.result.suggest === 'pass' } : null;
};

let ready = false;
const sendToWeChat: Send = async (request) => {
  // without them the SDK (4.0.2) rejects a promise that nobody awaits, which ends the process
  if (!process.env.TENCENTCLOUD_SECRETID || !process.env.TENCENTCLOUD_SECRETKEY) throw new Error('no credentials of the platform');
  if (!ready) cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  ready = true;
  const { security } = cloud.openapi as { security: { mediaCheckAsync: Send } };
  return security.mediaCheckAsync(request);
};
