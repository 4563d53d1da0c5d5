/**
 * The platform's check, asked apart from what is sent: its word comes back to the phone as a signature over the text alone, so nothing that
 * writes waits for Tencent. What is unchecked, doubtful or changed since is held for a person of the street.
 */
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';

export const check: Action<'voice.check'> = {
  transaction: false,
  async handle({ text }, { caller, contentCheck, secrets }) {
    const verdict = contentCheck === null ? 'review' : await contentCheck(caller.identity, text);
    if (verdict === 'risky') return refuse('review_risky', 'text');
    return { checked: verdict === 'pass' ? secrets.voiceChecked(text) : null };
  },
};

export const stateOf = (text: string, checked: string | null | undefined, { secrets }: Pick<Context, 'secrets'>): 'passed' | 'held' => (checked === secrets.voiceChecked(text) ? 'passed' : 'held');
