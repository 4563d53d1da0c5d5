/** Asks for the platform's check of a text, once for each text: sent again after a lost reply it is not asked again. */
import { useRef } from 'react';
import type { ApiError } from '../../../types/errors';
import { call } from '../../services/call';

interface Checked { readonly text: string; readonly checked: string | null }

export function useChecked(platform: boolean) {
  const last = useRef<Checked | null>(null);
  /** The server's word, null for none; or why the text can't be sent. Whatever else fails is no reason not to send: then a person looks. */
  return async (text: string | null): Promise<{ readonly checked: string | null; readonly error: ApiError | null }> => {
    if (text === null || !platform) return { checked: null, error: null };
    if (last.current?.text === text) return { checked: last.current.checked, error: null };
    const reply = await call('voice.check', { text });
    if (!reply.ok) return { checked: null, error: reply.error.code === 'review_risky' || reply.error.who === '网络' ? reply.error : null };
    last.current = { text, checked: reply.data.checked };
    return { checked: reply.data.checked, error: null };
  };
}
