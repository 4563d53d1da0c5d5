/**
 * How the next answer of this phone comes, where it is not by the poster: by the code of a letter, with a helper's token, or in the
 * place of one that was taken back. Of a letter's code only its hash is kept, and only the hash is ever sent.
 */
import { letterText } from '../../../domain/letter-code';
import type { Input } from '../../../types/contract';
import type { Topic } from '../../../types/contract/shared';
import { remembered } from '../remembered';
import { asciiHash } from './hash';

export type Way =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'assist'; readonly token: string }
  /** `whose`: the answer it stands for (answered.ts). */
  | { readonly kind: 'again'; readonly secret: string; readonly community: { readonly code: string; readonly name: string }; readonly whose: string | null };

export const way = remembered<Way>('draft:way');

/** Of a code in its own spelling: what is sent in its place. */
export const letterOf = (code: string): string => asciiHash(letterText(code));

/** Which of several answers of one round this phone means: null is the one by the poster. */
export function whoseOf(of: Way | null): string | null {
  if (of === null) return null;
  return of.kind === 'letter' ? `letter:${of.letter.slice(0, 16)}` : of.kind === 'again' ? of.whose : 'helped';
}

/** As `survey.begin` asks for it. `community` and `topic`: where the phone is and what it shows, for an answer by the poster. */
export function beginInput(of: Way | null, community: string | null, topic: Topic): Input<'survey.begin'> | null {
  if (of === null) return community === null ? null : { community, topic };
  if (of.kind === 'letter') return { letter: of.letter };
  return of.kind === 'assist' ? { assist: of.token } : { community: of.community.code, again: of.secret };
}

/** As `survey.submit` wants it shown. */
export function shownOf(of: Way | null): Pick<Input<'survey.submit'>, 'letter' | 'assist' | 'again'> {
  if (of === null) return {};
  return of.kind === 'letter' ? { letter: of.letter } : of.kind === 'assist' ? { assist: of.token } : { again: of.secret };
}

export const isSameWay = (a: Way | null, b: Way | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A letter and a helper's token belong to one community. */
export const placedBy = (of: Way | null): 'letter' | 'assist' | null => (of?.kind === 'letter' || of?.kind === 'assist' ? of.kind : null);
