/** A round as it is written down before it opens: sealed first, and never changed. Its hash is SHA-256 of its canonical JSON. */
import type { Source } from './contract/shared';
import type { Questionnaire } from './rules';

export interface RoundDefinition {
  readonly kind: 'lz-round-1';
  readonly id: string;
  readonly title: string;
  /** What the round is for. With a `sample`, an answer that shows the code of a letter is drawn, and any other open; without one, all are what this says. */
  readonly source: Source;
  /** How the letters' households come to be drawn. Absent in open rounds, and in drawn ones from before there were letters. */
  readonly sample?: Sample;
  /** SHA-256 of the rule files' canonical JSON, hexadecimal. */
  readonly questionnaire: string;
  readonly method: string;
  readonly census: string | null;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly graceHours: number;
  /** From when on the answers are emptied (`npm run purge`). Rounds from before retention was laid down have none. */
  readonly keepUntil?: string;
  readonly releases: readonly { readonly kind: 'interim' | 'final'; readonly at: string }[];
  readonly communities: readonly { readonly code: string; readonly target: number }[];
  readonly circles: readonly { readonly id: string; readonly name: string; readonly communities: readonly string[] }[];
  /** The marks of an approved government survey, printed where they are filled in. */
  readonly approval: Questionnaire['approval'];
  readonly demo: boolean;
  /** SHA-256 of the key that hides who took part, hexadecimal. */
  readonly keyHash: string;
  /** Ed25519, hexadecimal: signs the check codes of this round. */
  readonly publicKey: string;
}

export type Sample =
  | {
    readonly from: 'frame';
    /** SHA-256 of the frame's text (domain/draw.ts), hexadecimal; the frame itself stays with whoever sends the letters. */
    readonly frame: string;
    readonly households: number;
    /** In words, which public value will be the seed, and when it will be known: after the sealing, before the opening. */
    readonly seed: string;
    readonly seedAt: string;
    readonly letters: readonly { readonly code: string; readonly letters: number }[];
  }
  /** 外部名单: drawn elsewhere, by whom. */
  | { readonly from: 'external'; readonly who: string };

/**
 * What was true when the answers of a round were emptied: made a leaf of its list, and sealed, so that what nobody can recount any more can
 * still be held against something.
 */
export interface PurgeEntry {
  readonly kind: 'lz-purge-1';
  readonly round: string;
  readonly at: string;
  /** As the definition had it; null for rounds from before. */
  readonly keepUntil: string | null;
  /** Why before its time; null where the time had come. */
  readonly reason: string | null;
  /** What the audit just before found wrong, or null. */
  readonly difference: string | null;
  /** Answers that were emptied now, and those withdrawn before. */
  readonly answers: number;
  readonly withdrawn: number;
  readonly remarks: number;
  /** SHA-256 of each release with its figures (local/audit/releaseHash.ts), hexadecimal. */
  readonly releases: readonly { readonly id: string; readonly hash: string }[];
}
