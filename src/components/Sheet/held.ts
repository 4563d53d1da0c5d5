import { useId } from 'react';

/** A mini-program has no focus to hold. Gives the sheet its id. */
export const useHeld = (_onClose: () => void): string => `sheet-${useId().replace(/\W/g, '')}`;
