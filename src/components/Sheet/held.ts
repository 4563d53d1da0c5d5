import { useContext, useEffect, useId, useRef } from 'react';
import { BackHold } from '../Screen/BackHold';

/** A mini-program has no focus to hold; the phone's back closes the sheet, not the page. Gives the sheet its id. */
export function useHeld(onClose: () => void): string {
  const hold = useContext(BackHold);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => hold(() => close.current()), [hold]);
  return `sheet-${useId().replace(/\W/g, '')}`;
}
