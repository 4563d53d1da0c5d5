/** Filling in many places by a table: taken, sent and held against what stands, looked at, entered. Whatever goes wrong, the file that was chosen stays. */
import { useRef, useState } from 'react';
import { call } from '../../../services/call';
import { handFile, handedWords } from '../../../services/handFile';
import { pickFile, type PickedFile } from '../../../services/pickFile';
import { sendFile } from '../../../services/sendFile';
import type { EntriesCheck } from '../../../../types/contract/enteredFile';
import type { ApiError } from '../../../../types/errors';
import { useFormId } from '../useFormId';

export type Kind = 'community' | 'circle';
interface Chosen { readonly kind: Kind; readonly file: PickedFile }

const patience = 60_000;
/** Bytes: as text it stays under what a cloud function takes. */
const mostBytes = 4 * 2 ** 20;

/** `onTurned`: something else is to be read now. */
export function useByTable({ onEntered, onTurned }: { onEntered: () => void; onTurned: () => void }) {
  const [busy, setBusy] = useState<'take' | 'choose' | 'check' | 'enter' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [check, setCheck] = useState<EntriesCheck | null>(null);
  const under = useRef(false);
  const idOf = useFormId();

  /** One at a time; a second tap does nothing. */
  const alone = async (what: NonNullable<typeof busy>, work: () => Promise<void>): Promise<void> => {
    if (under.current) return;
    under.current = true;
    setBusy(what);
    setSaid(null);
    setFault(null);
    setError(null);
    await work();
    setBusy(null);
    under.current = false;
  };
  const formOf = ({ kind, file: { name, content } }: Chosen) => ({ kind, file: name.slice(-120), content });
  const compare = async (one: Chosen): Promise<void> => {
    const form = formOf(one);
    const reply = await sendFile('export.checkEntries', { id: idOf(form), ...form });
    if (!reply.ok) return setError(reply.error);
    setCheck(reply.data.check);
    setFault(reply.data.fault);
    onTurned();
  };

  return {
    busy, said, fault, error, check,
    /** A file that was chosen and could not be sent. */
    waiting: check === null && error !== null ? chosen : null,
    take: (kind: Kind) => alone('take', async () => {
      const reply = await call('export.entryTable', { kind }, { patience });
      if (!reply.ok) return setError(reply.error);
      const { name, content } = reply.data.file;
      setSaid((await handFile(name, content)) ? handedWords(name) : '表格没有打开。请再点一次。');
    }),
    choose: (kind: Kind) => alone('choose', async () => {
      const picked = await pickFile(['xlsx', 'csv'], mostBytes);
      if (!picked.ok) return picked.reason === 'unreadable' ? setFault('这个文件没有读出来。请再选一次，或换一个文件。') : undefined;
      if (picked.file.size > mostBytes) return setFault('这个文件超过 4 MB，不像是填数的表。请取一张新的表格再填。');
      const one = { kind, file: picked.file };
      setBusy('check');
      setChosen(one);
      setCheck(null);
      await compare(one);
    }),
    again: () => alone('check', async () => (chosen ? compare(chosen) : undefined)),
    enter: () => alone('enter', async () => {
      if (!chosen || check?.seen == null) return;
      const form = { ...formOf(chosen), seen: check.seen };
      const reply = await sendFile('export.enterEntries', { sending: idOf(form), ...form });
      if (reply.ok) {
        setCheck(null);
        setChosen(null);
        setSaid(reply.data.entered && `填好了：${reply.data.entered.places} 处，${reply.data.entered.values} 个数。`);
        onTurned();
        return onEntered();
      }
      setError(reply.error);
      // somebody was faster: what is different now is shown under the sentence that says so
      if (reply.error.code === 'entries_changed') await compare(chosen);
    }),
    /** What was entered without a table takes the place of what is said of one. */
    tell: setSaid,
    leave: () => {
      setCheck(null);
      setChosen(null);
      setSaid(null);
      setFault(null);
      setError(null);
      onTurned();
    },
  };
}
export type ByTableActs = ReturnType<typeof useByTable>;
