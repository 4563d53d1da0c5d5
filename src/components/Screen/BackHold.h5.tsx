/** In a browser the back is caught by the history: services/deviceBack. */
import type { PropsWithChildren } from 'react';

export const HoldsBack = ({ children }: PropsWithChildren) => <>{children}</>;
