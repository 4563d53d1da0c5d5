/** What is on the map already and may be the shop being typed: asked a moment after the last change. Failing is no matter, an officer sees the same. */
import { useEffect, useMemo, useState } from 'react';
import type { Input } from '../../../../types/contract';
import type { Duplicate } from '../../../../types/contract/merchant';
import { call } from '../../../services/call';
import { creditCodeTyped, type Form } from './form';

const pause = 600;

export interface Duplicates {
  readonly items: readonly Duplicate[];
  /** Somebody else's registration waits that is much like it. */
  readonly waiting: boolean;
  /** Of the rules. */
  readonly status: string;
  /** None of those shown now is hers; others that turn up are still shown. */
  readonly dismiss: () => void;
}

export function useDuplicates(form: Form, outlet: string | null): Duplicates {
  const [found, setFound] = useState<{ readonly items: readonly Duplicate[]; readonly waiting?: boolean; readonly status: string }>({ items: [], status: '' });
  const [others, setOthers] = useState<readonly string[]>([]);
  const asked = JSON.stringify({
    name: form.name.trim() || null, point: form.point, address: form.address.trim() || null, phone: form.phone.trim().slice(0, 20) || null,
    creditCode: form.licensed === true ? creditCodeTyped(form.creditCode).slice(0, 18) || null : null, except: outlet,
  });
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      void call('outlet.duplicates', JSON.parse(asked) as Input<'outlet.duplicates'>).then((reply) => {
        if (!late && reply.ok) setFound(reply.data);
      });
    }, pause);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [asked]);
  const items = useMemo(() => found.items.filter(({ id }) => !others.includes(id)), [found, others]);
  return { items, waiting: found.waiting ?? false, status: found.status, dismiss: () => setOthers([...others, ...items.map(({ id }) => id)]) };
}
