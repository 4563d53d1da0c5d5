/** The entries of a call-back, as they are sealed (domain/callback.ts), and what may be shown of them. */

/** Of one community: every household that was drawn has one of these outcomes. */
export interface CallbackCount {
  readonly code: string;
  /** The household decided what to say; that somebody held the phone for it doesn't matter. */
  readonly own: number;
  /** Somebody from outside filled in, or asked for certain answers. */
  readonly led: number;
  readonly unanswered: number;
  readonly noLetter: number;
  readonly unreached: number;
}

export interface CallbackPlan {
  readonly kind: 'plan';
  readonly round: string;
  readonly at: string;
  /** In words, which public value will be the seed, and when it will be known. */
  readonly seed: string;
  readonly seedAt: string;
  /** Those who got a letter: as the round's list has it; null where the list came from elsewhere. */
  readonly letters: { readonly seed: string; readonly drawn: string } | null;
  /** Of each community: its letters, and how many are called. */
  readonly communities: readonly { readonly code: string; readonly letters: number; readonly called: number }[];
  readonly smallest: number;
  readonly troubleAbove: number;
}
export interface CallbackDraw {
  readonly kind: 'draw';
  readonly round: string;
  readonly at: string;
  /** The public value itself. */
  readonly seed: string;
  /** Hash of who is called (`calledText`), hexadecimal. */
  readonly drawn: string;
}
export interface CallbackCounts {
  readonly kind: 'counts';
  readonly round: string;
  readonly at: string;
  readonly counts: readonly CallbackCount[];
  /** Why it corrects an earlier entry; null for the first. */
  readonly reason: string | null;
}
export type CallbackEntry = CallbackPlan | CallbackDraw | CallbackCounts;

export interface CallbackFigures { readonly called: number; readonly own: number; readonly led: number; readonly unanswered: number; readonly noLetter: number }
export interface CallbackShown {
  readonly kind: 'community' | 'circle' | 'district';
  readonly id: string;
  /** Null where too few were reached. */
  readonly figures: CallbackFigures | null;
  /** Codes of communities that are not in the figures: too few were reached. */
  readonly without: readonly string[];
}
