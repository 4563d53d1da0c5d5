/** The form on the phone, until the server has it. The id is made once, so that sending twice counts once. */
import { stored } from '../../../services/storage';
import type { Form } from './form';

export interface KeptDraft {
  readonly id: string;
  readonly revision: number;
  readonly outlet: string | null;
  /** Why it was sent back. */
  readonly reason: string | null;
  readonly form: Form;
}

/** `new`, the id of a returned registration, or `outlet-<id>`. */
export const keptDraft = (key: string) => stored<KeptDraft>(`draft:register:${key}`);
