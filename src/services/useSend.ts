/** A writing call from a page: one at a time, a second tap while it is under way does nothing, the refusal is kept to be shown. */
import { useRef, useState } from 'react';
import type { ActionName, Input, Output } from '../../types/contract';
import type { ApiError } from '../../types/errors';
import { call } from './call';

export interface Sending<A extends ActionName> {
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** Null: refused (see `error`), or another is under way. */
  run(input: Input<A>): Promise<Output<A> | null>;
  forget(): void;
}

export function useSend<A extends ActionName>(action: A): Sending<A> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const under = useRef(false);
  return {
    busy, error,
    forget: () => setError(null),
    async run(input) {
      if (under.current) return null;
      under.current = true;
      setBusy(true);
      setError(null);
      const reply = await call(action, input);
      under.current = false;
      setBusy(false);
      if (reply.ok) return reply.data;
      setError(reply.error);
      return null;
    },
  };
}
