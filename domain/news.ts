/**
 * What an entry in an outlet's history is to somebody who follows: the outlet came onto the map, went off it, or changed.
 *
 * N1 A first entry that is listed, and one that turns `listed` on, is 上图; one that turns it off is 撤下.
 * N2 A change of what people go by (name, place, telephone, hours, what is offered …) is a change. Confirmations, standing, owners and papers are none.
 * N3 Several entries about one outlet are one piece of news: its last 上图, 撤下 or merging where there is one, else all that changed together.
 * N4 That it became part of another outlet is told as that, and not as 撤下.
 */
export interface Entry {
  /** True: the outlet's first. */
  readonly first: boolean;
  /** What `listed` became; null: it stayed. For a first entry: what it is. */
  readonly listed: boolean | null;
  readonly fields: readonly string[];
  /** Its name, where it became part of another. */
  readonly merged?: string | null;
}
export type News = { readonly kind: 'opened' | 'closed' } | { readonly kind: 'merged'; readonly name: string } | { readonly kind: 'changed'; readonly fields: readonly string[] };

/** Nobody goes to a shop by these. */
const silent: ReadonlySet<string> = new Set([
  'listed', 'standing', 'confirmed_at', 'confirmed_by', 'verified_at', 'verified_by', 'owner', 'credit_code', 'unlicensed_reason', 'community_code', 'search', 'place', 'open_week', 'small_repair', 'merged_into', 'absorbed',
]);

export const newsOf = ({ first, listed, fields, merged }: Entry): News | null => {
  if (merged) return { kind: 'merged', name: merged };
  if (listed !== null) return listed ? { kind: 'opened' } : first ? null : { kind: 'closed' };
  const told = fields.filter((field) => !silent.has(field));
  return first || told.length === 0 ? null : { kind: 'changed', fields: told };
};

/** In the order they came. Null: nothing worth telling. */
export const together = (entries: readonly Entry[]): News | null => {
  const news = entries.map(newsOf).filter((one) => one !== null);
  const last = [...news].reverse().find(({ kind }) => kind !== 'changed');
  if (last) return last;
  const fields = [...new Set(news.flatMap((one) => (one.kind === 'changed' ? one.fields : [])))].sort();
  return fields.length === 0 ? null : { kind: 'changed', fields };
};
