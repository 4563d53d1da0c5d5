/** What somebody who was helped takes home on paper: it stands on the helper's phone until the next one's turn, and no longer. */
import type { Output } from '../../../types/contract';
import { remembered } from '../remembered';

export interface Slip {
  readonly receipt: string;
  readonly sealedBy: string;
  /** Null where the phone could not make one: that answer can't be taken back. */
  readonly secret: string | null;
  readonly round: Output<'survey.begin'>['round'];
  readonly community: { readonly code: string; readonly name: string };
}

export const slip = remembered<Slip>('draft:slip');
