import { useState } from 'react';
import { call } from '../../../../services/call';
import { confirm } from '../../../../services/notify';
import type { QueueItem } from '../../../../../types/contract/desk';
import type { ApiError, ErrorCode } from '../../../../../types/errors';
import { useOnce } from '../../useOnce';
import { reasonDraft } from './reasonDraft';

/** The queue moved on under the officer: said kindly, and the newest is shown. */
const moved: readonly ErrorCode[] = ['decided_already', 'registration_changed', 'not_found'];

/** Approving and returning, one at a time; a second tap while one is under way does nothing. */
export function useDecision({ onDecided, reload }: { onDecided: () => void; reload: () => void }) {
  const [error, setError] = useState<ApiError | null>(null);
  const [said, setSaid] = useState<{ tone: 'info' | 'amber'; text: string } | null>(null);
  /** Left behind here, whether or not the queue has heard of it yet. */
  const [done, setDone] = useState<readonly string[]>([]);

  const decide = async ({ registration: { id, revision, draft } }: QueueItem, back: { readonly code: string | null; readonly words: string | null } | null) => {
    const reply = await call('desk.decide', { id, revision, decision: back === null ? 'approve' : 'return', reason: back?.words ?? null, ...(back?.code ? { reasonCode: back.code } : {}) });
    if (reply.ok) {
      reasonDraft(id).clear();
      setDone((ids) => [...ids, id]);
      setSaid({ tone: 'info', text: back === null ? `已通过「${draft.name}」，居民能在附近找到它了。${reply.data.witness === 'needed' ? '还没有人上门见过，页面上写明了；去过以后在「上门核实」里见证。' : ''}` : `已退回「${draft.name}」，店家能看到原因，改好再送。` });
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

  const forget = () => {
    setError(null);
    setSaid(null);
  };
  const { busy, once } = useOnce(forget);

  return {
    busy, error, said, done,
    forget,
    sendBack: (item: QueueItem, code: string | null, words: string | null) => once(() => decide(item, { code, words })),
    approve: (item: QueueItem) => once(async () => {
      const names = item.similar.map(({ name }) => `「${name}」`).join('、');
      const sure = names === '' || await confirm({ title: '不是同一家吗？', text: `地图上已有${names}，和这一家像。通过后会多出一家。`, yes: '确定通过', no: '再看看' });
      if (sure) await decide(item, null);
    }),
  };
}
