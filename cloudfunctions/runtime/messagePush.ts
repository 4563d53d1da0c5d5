/**
 * The push beside the inbox: WeChat's `subscribeMessage.send`. It wants the openid of its reader and a template with the reader's consent to one
 * message; it is told only that there is something to read, the inbox says what.
 */
import cloud from 'wx-server-sdk';
import { dateTime } from '../../domain/calendar';
import type { PushTemplate } from './environment';

/** `refused`: its reader took the consent back, or is no user any more; trying again can't help. */
export type Pushed = 'sent' | 'refused' | 'failed';
/** `identity`: as `readIdentity` gave it. */
export type MessagePush = (identity: string, message: { readonly kind: string; readonly at: Date }) => Promise<Pushed>;

interface Request { readonly touser: string; readonly templateId: string; readonly page: string; readonly data: Readonly<Record<string, { readonly value: string }>> }
type Send = (request: Request) => Promise<{ readonly errCode?: number; readonly errcode?: number }>;

const patienceMs = 5000;
/** 43101 the reader refuses; 40003 no such reader. */
const lost: ReadonlySet<number> = new Set([43101, 40003]);
/** At most twenty characters. */
const wordsOf = (kind: string): string => (kind.startsWith('follow_') ? '您关注的网点有新消息' : '您提交的内容有了结果');

export const weChatPush = (template: PushTemplate, send: Send = sendToWeChat): MessagePush => async (identity, { kind, at }) => {
  const openid = /^wx:[^:]*:(.+)$/.exec(identity)?.[1];
  if (openid === undefined) return 'refused';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failed'>((done) => { timer = setTimeout(() => done('failed'), patienceMs); });
  const sending = send({
    touser: openid, templateId: template.id, page: 'packages/mine/messages/index',
    data: { [template.what]: { value: wordsOf(kind) }, [template.when]: { value: dateTime(at.toISOString()) } },
  }).then((reply) => outcomeOf(reply.errCode ?? reply.errcode ?? 0), (error: unknown) => outcomeOf(Number((error as { errCode?: unknown } | null)?.errCode ?? -1)));
  const outcome = await Promise.race([sending, late]);
  clearTimeout(timer);
  return outcome;
};

const outcomeOf = (code: number): Pushed => (code === 0 ? 'sent' : lost.has(code) ? 'refused' : 'failed');

let ready = false;
const sendToWeChat: Send = async (request) => {
  // without them the SDK (4.0.2) rejects a promise that nobody awaits, which ends the process
  if (!process.env.TENCENTCLOUD_SECRETID || !process.env.TENCENTCLOUD_SECRETKEY) throw new Error('no credentials of the platform');
  if (!ready) cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  ready = true;
  const { subscribeMessage } = cloud.openapi as { subscribeMessage: { send: Send } };
  return subscribeMessage.send(request);
};
