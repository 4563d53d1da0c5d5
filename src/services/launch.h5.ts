/** A browser is opened by the link itself: the code stands in the path, before the hash or behind it. */
import { useQuery } from './navigate';
import { sceneFrom } from './scene';

export function useScene(): string | null {
  const query = useQuery();
  return sceneFrom(query) ?? sceneFrom({ q: window.location.origin + window.location.pathname + window.location.search });
}
