/** A round as it is written down before it opens: sealed first, and never changed. Its hash is SHA-256 of its canonical JSON. */
import type { Source } from './contract/shared';
import type { Questionnaire } from './rules';

export interface RoundDefinition {
  readonly kind: 'lz-round-1';
  readonly id: string;
  readonly title: string;
  /** Of every answer of the round, as whoever defined it vouches: there are no letters yet by which an answer could show that it was drawn. */
  readonly source: Source;
  /** SHA-256 of the rule files' canonical JSON, hexadecimal. */
  readonly questionnaire: string;
  readonly method: string;
  readonly census: string | null;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly graceHours: number;
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
