/**
 * An answer on its way. It stands on the phone before the first try and leaves only when the server has
 * taken it or will never take it; so a lost network, a lost reply and a closed app all end the same way:
 * it is sent again under the same id, and counts once.
 */
import { itemsOf } from '../../../domain/questionnaire-items';
import type { Input, Output } from '../../../types/contract';
import type { ApiError } from '../../../types/errors';
import { call } from '../call';
import { uuid } from '../ids';
import { onOnline } from '../network';
import { observable } from '../observable';
import { remembered } from '../remembered';
import { addAnswered } from './answered';
import { withdrawHashOf } from './withdrawal';
import { contentOf, draftOf, draftOfRound, remarkForWeChat, topicOfDraft, type Draft, type DraftCommunity } from './draft';
import { slip } from './slip';
import { shownOf, way, whoseOf, type Way } from './way';

export interface Waiting {
  readonly submission: Input<'survey.submit'>;
  readonly round: Draft['round'];
  readonly community: DraftCommunity;
  /** What WeChat is still to check before it is sent; absent in what older versions kept. */
  readonly unchecked?: { readonly question: string; readonly text: string } | null;
  /** Stays on the phone. */
  readonly secret?: string | null;
  readonly way?: Way | null;
  /** Filled in by the person herself. */
  readonly own?: boolean;
  /** Why the last try failed; null before the first. */
  readonly error: Pick<ApiError, 'code' | 'say'> | null;
}

export const outbox = remembered<Waiting>('draft:outbox');
const sending = observable(() => false);
export const useSending = (): boolean => sending.use();

const longest = 7 * 24 * 3600;

/** Puts the draft into the outbox and tries to send it. A second tap or tab finds the first one's and sends nothing else. */
export async function submit(filled: Draft): Promise<void> {
  if (outbox.refresh() === null) {
    const { answers, content } = contentOf(filled);
    const submissionId = filled.sent === null || filled.sent === content ? filled.submissionId : uuid();
    const seconds = Math.min(longest, Math.max(0, Math.round((Date.now() - filled.startedAt) / 5000) * 5));
    draftOf(topicOfDraft(filled)).set({ ...filled, submissionId, sent: content, refused: null });
    outbox.set({
      submission: {
        submissionId, round: filled.round.id, ticket: filled.ticket, questionnaireHash: filled.hash, community: filled.community.code, answers, seconds, reversed: filled.reversed ?? false,
        ...(filled.secret ? { withdrawHash: withdrawHashOf(filled.round.id, filled.secret) } : {}), ...shownOf(filled.way ?? null),
      },
      unchecked: remarkForWeChat(filled, answers), round: filled.round, community: filled.community, secret: filled.secret ?? null, way: filled.way ?? null, own: answers[filled.questionnaire.fillerQuestion] === 'self', error: null,
    });
  }
  await deliver();
}

let underWay: Promise<void> | null = null;

/** Sends what waits, if anything does. One try at a time; never throws. */
export function deliver(): Promise<void> {
  underWay ??= tryOnce().finally(() => {
    underWay = null;
    sending.set(false);
  });
  return underWay;
}

async function tryOnce(): Promise<void> {
  const found = outbox.refresh();
  if (found === null) return;
  sending.set(true);
  const waiting = await checked(found);
  if (waiting === null) return;
  const reply = await call('survey.submit', waiting.submission);
  // cleared by the person meanwhile: then the phone must not remember it either
  if (outbox.refresh()?.submission.submissionId !== waiting.submission.submissionId) return;
  if (reply.ok) return settle(waiting, reply.data);
  const { error } = reply;
  if (error.code === 'already_answered') return settle(waiting, null);
  if (mayPass(error)) outbox.set({ ...waiting, error: { code: error.code, say: error.say } });
  else giveBack(waiting, error);
}

/**
 * With WeChat's word on what she wrote. Null: she is to look at it again, or cleared her phone meanwhile. An answer does not wait for
 * the check: where it fails, a person looks at the text later.
 */
async function checked(waiting: Waiting): Promise<Waiting | null> {
  const { unchecked, submission } = waiting;
  if (!unchecked) return waiting;
  const reply = await call('survey.checkRemark', { round: submission.round, text: unchecked.text });
  if (outbox.refresh()?.submission.submissionId !== submission.submissionId) return null;
  if (reply.ok) {
    const ready: Waiting = { ...waiting, unchecked: null, submission: reply.data.checked === null ? submission : { ...submission, remarkChecked: reply.data.checked } };
    outbox.set(ready);
    return ready;
  }
  if (reply.error.code !== 'remark_risky') return waiting;
  giveBack(waiting, { ...reply.error, field: unchecked.question });
  return null;
}

/** Not the answer's fault: it waits. */
const mayPass = (error: ApiError) => error.who === '网络' || error.who === '平台' || error.code === 'session_required' || error.code === 'too_many_sessions';

/** Null: 您已答过. The answer that stands may be this phone's own, so its secret is kept all the same. */
function settle(waiting: Waiting, taken: Output<'survey.submit'> | null): void {
  const { round, community, secret = null, own = true } = waiting;
  const { id, title, topic = 'satisfaction', closesAt, letters = false } = round;
  const by = waiting.way ?? null;
  // whom she helped takes receipt and secret home on paper: they are no business of this phone
  if (by?.kind === 'assist') {
    if (taken) slip.set({ receipt: taken.receipt, sealedBy: taken.sealedBy, secret, round, community });
  } else {
    addAnswered({
      receipt: taken?.receipt ?? null, round: { id, title, topic, closesAt, releaseAt: taken?.round.releaseAt ?? null, letters }, community, at: Date.now(), secret, whose: whoseOf(by), own,
      ...(taken ? { checkCode: taken.checkCode, sealedBy: taken.sealedBy } : {}),
    });
    // a letter's answer goes on being shown; one by the poster is found by its community
    if (whoseOf(by) === null) way.set(null);
  }
  draftOfRound(id)?.set(null);
  outbox.set(null);
}

/** The server will never take it as it is: back to the draft, with the reason. */
function giveBack(waiting: Waiting, error: ApiError): void {
  const kept = draftOfRound(waiting.round.id);
  const old = kept?.get() ?? null;
  const asked = old && itemsOf(old.questionnaire).find(({ id }) => id === error.field)?.id;
  if (kept && old) kept.set({ ...old, at: asked ?? old.at, refused: { code: error.code, say: error.say, field: error.field ?? null } });
  outbox.set(null);
}

/** Back to the draft, by her own wish: the way on when the server fails on this very answer again and again. */
export const takeBack = (): void => void outbox.set(null);

let listening = false;

/** Tries again each time the network comes back. The app calls it once; it and the pages call `deliver` when they are shown. */
export function watchNetwork(): void {
  if (listening) return;
  listening = true;
  onOnline(() => void deliver());
}
