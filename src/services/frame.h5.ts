import type { Frame } from './frame';

/** A browser draws its own bars outside the page. */
export const frame = (): Frame => ({ statusBar: 0, capsule: 0 });
