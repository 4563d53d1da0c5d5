/** Photos on their way: each is sent as soon as it is chosen, waits where there is no network, and is sent again under the same id. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PhotoPurpose } from '../../../types/contract/photos';
import type { ApiError } from '../../../types/errors';
import { uuid } from '../../services/ids';
import { onOnline } from '../../services/network';
import { takePhoto, type TakenPhoto } from '../../services/photo';
import { sendPhoto } from '../../services/sendPhoto';

export interface Unsent extends TakenPhoto {
  readonly id: string;
  /** Null: under way. */
  readonly error: ApiError | null;
}

export function useUploads({ purpose, onSent, onUnsent }: { purpose: PhotoPurpose; onSent: (id: string) => void; onUnsent?: (count: number) => void }) {
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  /** Where the phone shows them from: those sent since the page was opened. */
  const [previews, setPreviews] = useState<Readonly<Record<string, string>>>({});
  const [preparing, setPreparing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // what is told late is told to the form as it is by then, not as it was when the photo set out
  const told = useRef({ onSent, onUnsent });
  useEffect(() => {
    told.current = { onSent, onUnsent };
  });
  const gone = useRef<Set<string>>(new Set());
  const choosing = useRef(false);

  const send = useCallback(async (photo: Unsent) => {
    setUnsent((all) => all.map((one) => (one.id === photo.id ? { ...one, error: null } : one)));
    const reply = await sendPhoto({ id: photo.id, purpose, data: photo.data });
    if (gone.current.has(photo.id)) return;
    if (!reply.ok) {
      setUnsent((all) => all.map((one) => (one.id === photo.id ? { ...one, error: reply.error } : one)));
      return;
    }
    setPreviews((all) => ({ ...all, [photo.id]: photo.preview }));
    setUnsent((all) => all.filter(({ id }) => id !== photo.id));
    told.current.onSent(photo.id);
  }, [purpose]);

  const count = unsent.length;
  useEffect(() => told.current.onUnsent?.(count), [count]);
  const offline = unsent.filter(({ error }) => error?.code === 'offline');
  useEffect(() => (offline.length === 0 ? undefined : onOnline(() => offline.forEach((photo) => void send(photo)))));

  async function add() {
    if (choosing.current || preparing) return;
    choosing.current = true;
    // a browser that never tells that nothing was chosen must not lock the field
    setTimeout(() => { choosing.current = false; }, 1500);
    setProblem(null);
    const taken = await takePhoto(() => setPreparing(true));
    choosing.current = false;
    setPreparing(false);
    if (!taken.ok) {
      if (taken.reason !== 'cancelled') setProblem(problems[taken.reason]);
      return;
    }
    const photo: Unsent = { ...taken.photo, id: uuid(), error: null };
    setUnsent((all) => [...all, photo]);
    void send(photo);
  }

  const drop = (id: string) => {
    gone.current.add(id);
    setUnsent((all) => all.filter((one) => one.id !== id));
  };
  return { unsent, previews, preparing, problem, add, send, drop };
}

const problems = {
  denied: '没有得到用相机或相册的允许。可以在手机设置里打开，也可以不带照片。',
  unreadable: '这张打不开，可能不是照片，或者太大。请换一张，或重新拍一张。',
} as const;
