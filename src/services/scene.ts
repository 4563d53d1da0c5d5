/** The poster's code in a page's query. Pure, so that every shape a scanner hands over can be tested. */
type Query = Readonly<Record<string, string | undefined>>;

/** `scene` as it is, else what the link `q` holds in its path (`/s/<scene>`) or query (`?scene=`). Null: no code. */
export function sceneFrom(query: Query): string | null {
  const direct = plain(query.scene);
  // WeChat may wrap `scene` once more: `scene=<code>` inside it
  if (direct !== '') return plain(/(?:^|&)scene=([^&]*)/.exec(direct)?.[1]) || direct;
  const link = plain(query.q);
  return plain(/\/s\/([^/?#]+)/.exec(link)?.[1]) || plain(/[?&]scene=([^&#]+)/.exec(link)?.[1]) || null;
}

function plain(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '').trim();
  } catch {
    return (text ?? '').trim();
  }
}
