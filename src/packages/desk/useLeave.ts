import { useEffect, useRef, useState } from 'react';
import { useDeviceBack } from '../../services/deviceBack';
import { confirm } from '../../services/notify';

export interface Leaving {
  /** Something was typed. */
  type(): void;
  /** By the bar, the device or a button: asks first where something was typed. */
  back(): void;
  /** Without asking, e.g. when it is saved. */
  to(next: () => void): void;
}

/** Leaving a form. `onPage`: it stands in the place of a list of the same page, so the device's back leads there even where nothing was typed. */
export function useLeave(leave: () => void, { onPage }: { onPage: boolean }): Leaving {
  const [typed, setTyped] = useState(false);
  const [next, setNext] = useState<{ readonly go: () => void } | null>(null);
  const asking = useRef(false);
  const back = async () => {
    if (asking.current) return;
    asking.current = true;
    const sure = !typed || (await confirm({ title: '不保存就离开？', text: '填的还没有保存，离开就没有了。', yes: '离开', no: '接着填' }));
    asking.current = false;
    if (sure) setNext({ go: leave });
  };
  useDeviceBack(() => void back(), (onPage || typed) && next === null);
  // only now is the device's back free: what comes next may be another page
  useEffect(() => next?.go(), [next]);
  return { type: () => setTyped(true), back: () => void back(), to: (go) => setNext({ go }) };
}
