/** The rounds this phone has answered, with the receipts. They are hers: they leave the phone only to be checked. */
import { remembered } from '../remembered';

export interface Answered {
  /** Null where the server only said 您已答过. */
  readonly receipt: string | null;
  /** Public and signed: what anybody can hold the server to. Absent in what older versions kept. */
  readonly checkCode?: string;
  /** By then it stands under a seal. */
  readonly sealedBy?: string;
  /** Takes the answer back (withdrawal.ts). */
  readonly secret?: string | null;
  /** It was taken back; until then she may answer again. */
  readonly withdrawn?: { readonly mayAnswerUntil: string | null };
  readonly round: { readonly id: string; readonly title: string; readonly closesAt: string; readonly releaseAt: string | null };
  readonly community: { readonly code: string; readonly name: string };
  /** Epoch ms. */
  readonly at: number;
}

export const answered = remembered<readonly Answered[]>('answered');

/** Adds one, newest first; the same receipt, and a round already known, stand there once. */
export function addAnswered(entry: Answered): void {
  const others = (answered.refresh() ?? []).filter((old) => old.round.id !== entry.round.id);
  const known = (answered.get() ?? []).find((old) => old.round.id === entry.round.id && old.receipt !== null);
  answered.set([entry.receipt === null && known ? known : entry, ...others]);
}
