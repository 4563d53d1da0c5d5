import { useRef, useState } from 'react';
import { call } from '../../../../services/call';
import { confirm } from '../../../../services/notify';
import type { QueueItem } from '../../../../../types/contract/desk';
import type { ApiError, ErrorCode } from '../../../../../types/errors';
import { reasonDraft } from './reasonDraft';

/** The queue moved on under the officer: said kindly, and the newest is shown. */
const moved: readonly ErrorCode[] = ['decided_already', 'registration_changed', 'not_found'];

/** Approving and returning, one at a time; a second tap while one is under way does nothing. */
export function useDecision({ onDecided, reload }: { onDecided: () => void; reload: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [said, setSaid] = useState<{ tone: 'info' | 'amber'; text: string } | null>(null);
  /** Left behind here, whether or not the queue has heard of it yet. */
  const [done, setDone] = useState<readonly string[]>([]);
  const under = useRef(false);

  const decide = async ({ registration: { id, revision, draft } }: QueueItem, reason: string | null) => {
    const reply = await call('desk.decide', { id, revision, decision: reason === null ? 'approve' : 'return', reason });
    if (reply.ok) {
      reasonDraft(id).clear();
      setDone((ids) => [...ids, id]);
      setSaid({ tone: 'info', text: reason === null ? `已通过「${draft.name}」，居民能在附近找到它了。` : `已退回「${draft.name}」，店家能看到原因，改好再送。` });
      onDecided();
      reload();
    } else if (moved.includes(reply.error.code)) {
      setSaid({ tone: 'amber', text: `「${draft.name}」：${reply.error.code === 'registration_changed' ? '对方刚刚又改了内容，下面是新的，请重新看一遍。' : '刚刚已被处理，列表已经更新。'}` });
      if (reply.error.code !== 'registration_changed') {
        setDone((ids) => [...ids, id]);
        onDecided();
      }
      reload();
    } else {
      setError(reply.error);
    }
  };

  const once = async (work: () => Promise<void>) => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setError(null);
    setSaid(null);
    await work();
    under.current = false;
    setBusy(false);
  };

  return {
    busy, error, said, done,
    forget: () => { setError(null); setSaid(null); },
    sendBack: (item: QueueItem, reason: string) => once(() => decide(item, reason)),
    approve: (item: QueueItem) => once(async () => {
      const names = item.similar.map(({ name }) => `「${name}」`).join('、');
      const sure = names === '' || await confirm({ title: '不是同一家吗？', text: `50 米内已有${names}。通过后地图上会多出一家。`, yes: '确定通过', no: '再看看' });
      if (sure) await decide(item, null);
    }),
  };
}
