/** How many registrations waited when a page last heard of it: shown in the bar of every desk page. */
import { observable } from '../../services/observable';

const waiting = observable<number | null>(() => null);

export const useWaiting = (): number | null => waiting.use();

export function noteWaiting(count: number): void {
  if (waiting.get() !== count) waiting.set(count);
}
