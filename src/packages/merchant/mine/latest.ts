import type { Registration } from '../../../../types/contract/merchant';

/** One card an outlet: what was approved and then changed again shows its newest registration alone. Newest first. */
export function latest(registrations: readonly Registration[]): Registration[] {
  const seen = new Set<string>();
  return [...registrations]
    .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt))
    .filter(({ outlet }) => outlet === null || (!seen.has(outlet) && Boolean(seen.add(outlet))));
}
