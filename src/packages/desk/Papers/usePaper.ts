/** A file that is made in steps: asked for, followed while the page is open (asking also helps it on), fetched part by part. */
import { useEffect, useState } from 'react';
import { call } from '../../../services/call';
import { handFile, handedWords } from '../../../services/handFile';
import type { ExportJobShown } from '../../../../types/contract/export';
import { errorOf, type Reply } from '../../../../types/errors';
import { useAct } from '../useAct';
import { useFormId } from '../useFormId';

export interface Wanted { readonly kind: ExportJobShown['kind']; readonly snapshot: string; readonly circle: string | null }

const pauseMs = 700;
/** A step may take some seconds, and a part some more on a slow network. */
const patience = 60_000;

export function usePaper(wanted: Wanted, known: ExportJobShown | null) {
  const [job, setJob] = useState(known);
  const [said, setSaid] = useState<string | null>(null);
  const { busy, error, act } = useAct();
  const [lost, setLost] = useState<typeof error>(null);
  const idOf = useFormId();
  const open = job !== null && (job.state === 'waiting' || job.state === 'working') && lost === null;
  const [id, done] = [job?.id, job?.done];
  useEffect(() => {
    if (!open || id === undefined) return undefined;
    let here = true;
    const timer = setTimeout(() => {
      void call('export.job', { id }, { patience }).then((reply) => {
        if (!here) return;
        if (reply.ok) setJob(reply.data.job);
        else setLost(reply.error);
      });
    }, done === 0 ? 0 : pauseMs);
    return () => {
      here = false;
      clearTimeout(timer);
    };
    // `job` itself is among them, so that a reply that changed nothing is followed by the next question too
  }, [open, id, done, job]);

  return {
    job, busy, said, error: error ?? lost,
    ask: () => act(() => call('export.ask', { id: idOf(wanted), ...wanted }), (data) => { setLost(null); setJob(data.job); }),
    /** After the network was away. */
    follow: () => setLost(null),
    fetch: () => {
      setSaid(null);
      return act(() => whole(job!.id), ({ name, content }) => { void handFile(name, content).then((handed) => setSaid(handed ? handedWords(name) : '文件没有打开。请再点一次；还是不行，请在电脑的浏览器里打开这一页再取。')); });
    },
  };
}

/** The parts joined: each but the last is a whole number of three bytes, so that their texts can be joined too. */
async function whole(id: string): Promise<Reply<{ name: string; content: string }>> {
  const parts: string[] = [];
  let [name, hash] = ['', ''];
  for (let from: number | null = 0; from !== null;) {
    const reply: Awaited<ReturnType<typeof part>> = await part(id, from);
    if (!reply.ok) return reply;
    if (hash !== '' && hash !== reply.data.hash) return { ok: false, error: errorOf('internal') };
    ({ name, hash, next: from } = reply.data);
    parts.push(reply.data.content);
  }
  return { ok: true, data: { name, content: parts.join('') } };
}
const part = (id: string, from: number) => call('export.file', { id, from }, { patience });
