/** How many cases waited when a page last heard of it: shown in the bar of every desk page. */
import { observable } from '../../services/observable';

/** `not hers`: a community worker decides on none. */
type Waiting = number | 'not hers' | null;
const waiting = observable<Waiting>(() => null);

export const useWaiting = (): Waiting => waiting.use();

export function noteWaiting(count: Exclude<Waiting, null>): void {
  if (waiting.get() !== count) waiting.set(count);
}
