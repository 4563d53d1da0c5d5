/** The rounds this phone has answered, with the receipts. They are hers: they leave the phone only to be checked. */
import type { Topic } from '../../../types/contract/shared';
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
  /** Which of several answers of a round this is (way.ts, whoseOf): absent is the one by the poster. */
  readonly whose?: string | null;
  /** Filled in by the person herself, not for somebody else; absent in what older versions kept. */
  readonly own?: boolean;
  /** It was taken back; until then she may answer again. */
  readonly withdrawn?: { readonly mayAnswerUntil: string | null };
  readonly round: { readonly id: string; readonly title: string; /** Absent in what older versions kept: 满意度. */ readonly topic?: Topic; readonly closesAt: string; readonly releaseAt: string | null; readonly letters?: boolean };
  readonly community: { readonly code: string; readonly name: string };
  /** Epoch ms. */
  readonly at: number;
}

export const answered = remembered<readonly Answered[]>('answered');

export const topicOfAnswer = ({ round: { topic = 'satisfaction' } }: Answered): Topic => topic;

/** Adds one, newest first; the same receipt, and an answer already known, stand there once. */
export function addAnswered(entry: Answered): void {
  const isSame = (old: Answered) => old.round.id === entry.round.id && (old.whose ?? null) === (entry.whose ?? null);
  const others = (answered.refresh() ?? []).filter((old) => !isSame(old));
  const known = (answered.get() ?? []).find((old) => isSame(old) && old.receipt !== null);
  answered.set([entry.receipt === null && known ? known : entry, ...others]);
}
