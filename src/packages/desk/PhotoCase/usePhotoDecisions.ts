import { useRef, useState } from 'react';
import type { PhotoReason, PhotoState } from '../../../../types/contract/photos';
import type { ApiError } from '../../../../types/errors';
import { call } from '../../../services/call';

/** What became of a photo here: let through, refused for a reason, or decided by a colleague meanwhile. */
export type Decided = 'passed' | PhotoReason | 'elsewhere';

/** Decisions made on this page, one at a time. A photo stays where it is: a list that moved up under the finger would have the next one decided unseen. */
export function usePhotoDecisions() {
  const [decided, setDecided] = useState<Readonly<Record<string, Decided>>>({});
  const [failed, setFailed] = useState<{ readonly id: string; readonly error: ApiError } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const under = useRef(false);

  /** `refused` null: others may see it. */
  const decide = async (id: string, seen: PhotoState, refused: PhotoReason | null): Promise<void> => {
    if (under.current) return;
    under.current = true;
    setBusy(id);
    setFailed(null);
    const reply = await call('desk.decidePhoto', { id, seen, refused });
    under.current = false;
    setBusy(null);
    if (reply.ok) setDecided((all) => ({ ...all, [id]: refused ?? 'passed' }));
    else if (reply.error.code === 'decided_already') setDecided((all) => ({ ...all, [id]: 'elsewhere' }));
    else setFailed({ id, error: reply.error });
  };
  return { decide, busy, decided, failed };
}
export type PhotoDecisions = ReturnType<typeof usePhotoDecisions>;
