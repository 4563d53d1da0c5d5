import { useRef } from 'react';
import { uuid } from '../../services/ids';

/** The id under which a form is sent. Sending again after a lost reply must not make a second one; a form that was changed since is another. */
export function useFormId(): (form: object) => string {
  const sent = useRef<{ readonly id: string; readonly form: string } | null>(null);
  return (form) => {
    const text = JSON.stringify(form);
    if (sent.current?.form !== text) sent.current = { id: uuid(), form: text };
    return sent.current.id;
  };
}
