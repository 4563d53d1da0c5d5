/** The form while it is filled: kept on the phone at every change, checked before it is sent, sent once. */
import { useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../../../domain/canonical';
import type { ApiError } from '../../../../types/errors';
import { call } from '../../../services/call';
import { toast } from '../../../services/notify';
import { backTo, replace } from '../../../services/navigate';
import { usePlace } from '../../../services/place';
import { useScroll } from '../../../services/scroll';
import { fieldOf, fields, problemsOf, soundDraft, type Field, type Problems } from './check';
import type { Form } from './form';
import { keptDraft, type KeptDraft } from './kept';

export function useEditor(key: string, start: KeptDraft) {
  const store = keptDraft(key);
  const [form, setForm] = useState<Form>(start.form);
  const [problems, setProblems] = useState<Problems>({});
  const [error, setError] = useState<ApiError | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const scroll = useScroll();
  const sending = useRef(false);
  /** The server has it: what a field still says while the page goes away is not kept any more. */
  const done = useRef(false);

  function change(part: Partial<Form>) {
    if (done.current) return;
    const next = { ...form, ...part };
    setForm(next);
    setUnsaved(!store.write({ ...start, form: next }));
    // what was marked wrong is looked at again as it is mended; the rest waits for 提交
    if (Object.keys(problems).length === 0) return;
    const now = problemsOf(next);
    setProblems(Object.fromEntries(fields.flatMap((field) => (problems[field] && now[field] ? [[field, now[field]]] : []))));
  }

  // a link with a poster's code may say where she is after the form has begun
  const community = usePlace()?.community?.code;
  const enter = useRef(change);
  useEffect(() => {
    enter.current = change;
  });
  const unknown = form.community === null;
  useEffect(() => {
    if (unknown && community !== undefined) enter.current({ community });
  }, [unknown, community]);

  function show(wrong: Problems) {
    setProblems(wrong);
    const first = fields.find((field) => wrong[field]);
    if (first) scroll.toId(anchor(first));
  }

  function tell(text: string) {
    setNote(text);
    scroll.toId(outcome);
  }

  async function submit() {
    if (sending.current) return;
    setError(null);
    setNote(null);
    const wrong = problemsOf(form);
    if (Object.keys(wrong).length > 0) {
      show(wrong);
      return;
    }
    sending.current = true;
    setBusy(true);
    const draft = soundDraft(form);
    store.write({ ...start, form });
    const reply = await call('outlet.register', { id: start.id, revision: start.revision, outlet: start.outlet, draft });
    sending.current = false;
    setBusy(false);
    if (!reply.ok) {
      const field = fieldOf(reply.error.field);
      if (field) show({ [field]: reply.error.say });
      else {
        setError(reply.error);
        scroll.toId(outcome);
      }
      return;
    }
    done.current = true;
    const { registration } = reply.data;
    // a first sending had arrived although its answer was lost, and an officer has sent it back since
    if (registration.state === 'returned') {
      keptDraft(registration.id).write({ id: registration.id, outlet: registration.outlet, reason: registration.reason, revision: registration.revision + 1, form });
      if (key !== registration.id) store.clear();
      replace('/packages/merchant/register/index', { id: registration.id });
      return;
    }
    store.clear();
    // the same, still waiting: what was changed after it is not in it
    if (canonicalJson(registration.draft) !== canonicalJson(draft)) tell('前一次提交其实已经送到，正在审核；后来改的内容没有算进去。等结果出来后还可以再改。');
    else {
      toast('已提交，等街道审核');
      backTo('/packages/merchant/mine/index');
    }
  }

  return { form, problems, error, note, unsaved, busy, change, submit };
}

/** Where the answer to 提交 is shown. */
export const outcome = 'register-outcome';
export const anchor = (field: Field): string => `register-${field}`;
