/** An officer's word for one without a licence: what she types is kept on the phone until it is sent, and sent again it is the same word. */
import { useEffect, useState } from 'react';
import { shanghaiDay } from '../../../../domain/calendar';
import type { Witnessing } from '../../../../types/contract/field';
import { stored } from '../../../services/storage';
import { useSend } from '../../../services/useSend';
import { useFormId } from '../useFormId';

export interface Subject { readonly of: 'registration' | 'outlet'; readonly id: string; readonly name: string; readonly witnessing: Witnessing | null }
interface Typed { readonly open: boolean; readonly reason: string; readonly photos: readonly string[] }
export interface Problems { readonly reason?: string; readonly photo?: string }
/** What was done here since `from` was read: the page need not be read again, which would lose what is typed elsewhere on it. */
interface Done { readonly from: Witnessing; readonly now: Witnessing['now']; readonly revoked: boolean }

const nothing: Typed = { open: false, reason: '', photos: [] };
const draftOf = (id: string) => stored<Typed>(`draft:witness:${id}`);

/** `subject` null: nothing is shown just now. */
export function useWitness(subject: Subject | null, onChanged: () => void) {
  const id = subject?.id ?? null;
  const [kept, setKept] = useState<{ readonly id: string | null; readonly typed: Typed }>({ id: null, typed: nothing });
  const [unsent, setUnsent] = useState(0);
  const [problems, setProblems] = useState<Problems>({});
  const [done, setDone] = useState<Done | null>(null);
  const idOf = useFormId();
  const giving = useSend('desk.witness');
  const revoking = useSend('desk.revokeWitness');
  useEffect(() => {
    if (id !== null) setKept({ id, typed: draftOf(id).read() ?? nothing });
    setProblems({});
    setUnsent(0);
  }, [id]);
  const typed = kept.id === id ? kept.typed : nothing;
  const witnessing = subject?.witnessing ?? null;
  const fresh = done !== null && done.from === witnessing ? done : null;

  const change = (part: Partial<Typed>) => {
    if (id === null) return;
    const next = { ...typed, ...part };
    setKept({ id, typed: next });
    setProblems({});
    giving.forget();
    draftOf(id).write(next);
  };
  const close = () => {
    if (id === null) return;
    setKept({ id, typed: nothing });
    setProblems({});
    giving.forget();
    draftOf(id).clear();
  };
  /** False: something is missing or it was not taken, and that is said beside it. */
  const give = async (): Promise<boolean> => {
    if (subject === null || witnessing === null) return false;
    const reason = typed.reason.trim();
    const [photo] = typed.photos;
    const missing: Problems = {
      ...(reason === '' ? { reason: '请写一两句上门看到的。' } : {}),
      ...(photo !== undefined ? {} : { photo: unsent > 0 ? '照片还没有传好，请等一等。' : '社区见证要有一张上门拍的照片。' }),
    };
    setProblems(missing);
    if (reason === '' || photo === undefined) return false;
    const word = { of: subject.of, subject: subject.id, reason, photo };
    const sent = await giving.run({ id: idOf(word), ...word });
    if (!sent) return false;
    close();
    setDone({ from: witnessing, now: { of: subject.of, state: 'standing', on: shanghaiDay(Date.now()), until: sent.until, reason, photo: null }, revoked: false });
    onChanged();
    return true;
  };
  const revoke = async (of: Subject['of'], why: string): Promise<boolean> => {
    if (subject === null || witnessing === null) return false;
    const sent = await revoking.run({ of, subject: subject.id, why });
    if (!sent) return false;
    setDone({ from: witnessing, now: null, revoked: true });
    onChanged();
    return true;
  };
  return {
    subject, typed, problems, change, close, give, revoke, setUnsent, giving, revoking,
    days: witnessing?.days ?? 0, now: fresh ? fresh.now : witnessing?.now ?? null, revoked: fresh?.revoked ?? false,
    /** She has begun to write, and it is not sent. */
    begun: typed.open && (typed.reason.trim() !== '' || typed.photos.length > 0 || unsent > 0),
  };
}
export type WitnessOf = ReturnType<typeof useWitness>;
