/** The human number on every error. The server names it; until it did, the national 12345 government line. */
import { observable } from './observable';
import { stored } from './storage';

const kept = stored<string>('hotline');
const hotline = observable<string>(() => kept.read() ?? '12345');

export const useHotline = (): string => hotline.use();

export function rememberHotline(data: unknown): void {
  const named = typeof data === 'object' && data !== null && 'hotline' in data ? data.hotline : null;
  if (typeof named !== 'string' || named === '' || named === hotline.get()) return;
  kept.write(named);
  hotline.set(named);
}
