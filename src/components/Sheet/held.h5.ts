/** In a browser an open sheet holds the keyboard: Escape closes it, Tab stays inside, and closing gives the focus back. The device's back closes it too. */
import { useEffect, useId, useRef } from 'react';
import { useDeviceBack } from '../../services/deviceBack';

const stops = '[tabindex="0"], input, textarea, button, select';

export function useHeld(onClose: () => void): string {
  const id = `sheet-${useId().replace(/\W/g, '')}`;
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useDeviceBack(onClose);
  useEffect(() => {
    const before = document.activeElement;
    const panel = document.getElementById(id);
    const inside = () => [...(panel?.querySelectorAll<HTMLElement>(stops) ?? [])].filter((element) => element.offsetParent !== null);
    inside()[0]?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key !== 'Tab') return;
      const all = inside();
      const edge = event.shiftKey ? all[0] : all[all.length - 1];
      if (document.activeElement !== edge && panel?.contains(document.activeElement)) return;
      event.preventDefault();
      (event.shiftKey ? all[all.length - 1] : all[0])?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [id]);
  return id;
}
