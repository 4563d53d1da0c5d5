/**
 * What she writes in her own words. The platform's check is asked apart from the answers, and its word comes back to her phone as a
 * signature over the text alone; so no answer waits for Tencent, and nothing here ties a text to who wrote it. With the answers the
 * text goes into a box that this function can't open.
 */
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';

export const checkRemark: Action<'survey.checkRemark'> = {
  transaction: false,
  async handle({ round, text }, { caller, contentCheck, secrets }) {
    const verdict = contentCheck === null ? 'review' : await contentCheck(caller.identity, text);
    if (verdict === 'risky') return refuse('remark_risky');
    return { checked: verdict === 'pass' ? secrets.remarkChecked(round, text) : null };
  },
};

/** Null where she wrote nothing. Whatever was not checked, or was changed since, is held for a person. */
export const sealedRemark = (round: string, written: string, checked: string | undefined, { remarks, secrets }: Pick<Context, 'remarks' | 'secrets'>): string | null => {
  const text = written.trim();
  if (text === '') return null;
  if (remarks.writer === null) throw new Error('this deployment can not seal a text: it has no key for it');
  return remarks.writer.seal(round, { text, state: checked === secrets.remarkChecked(round, text) ? 'passed' : 'held' });
};
