import { useState } from 'react';
import { Button } from '../Button';
import { Notice } from '../Notice';
import type { Answered } from '../../services/answers/answered';
import { withdraw } from '../../services/answers/withdrawal';
import { confirm, toast } from '../../services/notify';

/** Takes an answer back, after asking once. Nothing where this phone has no secret for it. */
export function WithdrawButton({ entry }: { entry: Answered }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!entry.secret) return null;
  const takeBack = async () => {
    if (busy) return;
    const text = '这份答卷不再计入结果，内容会清空，不能找回。这一轮截止以前，可以重新填一份。';
    if (!(await confirm({ title: '撤回这份答卷？', text, yes: '撤回', no: '不撤' }))) return;
    setBusy(true);
    const error = await withdraw(entry);
    setBusy(false);
    setProblem(error?.say ?? null);
    if (!error) toast('已撤回');
  };
  return (
    <>
      {problem && <Notice tone='amber'>{problem}</Notice>}
      <Button kind='line' label='撤回这份答卷' busy={busy} onClick={() => void takeBack()} />
    </>
  );
}
