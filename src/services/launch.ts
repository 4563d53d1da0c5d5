/** What a scanned code says. A mini-program code carries `scene`, an ordinary link QR code the whole link as `q`. */
import { useQuery } from './navigate';
import { sceneFrom } from './scene';

/** The poster's code this page was opened with, or null. */
export const useScene = (): string | null => sceneFrom(useQuery());
