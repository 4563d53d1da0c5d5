/** What a scanned or typed link says about how this answer comes. Pure, so that every shape a scanner hands over can be tested. */
import { foldCode } from '../../../domain/codes';
import { normaliseLetterCode } from '../../../domain/letter-code';

type Query = Readonly<Record<string, string | undefined>>;

export interface ShownLink {
  /** A letter's code in its own spelling; null where what stands there can't be one. */
  readonly letter?: string | null;
  /** A helper's token. */
  readonly assist?: string;
}

/** `letter` and `assist` as they are, else what the link `q` holds in its path (`/l/<code>`, `/a/<token>`) or query. Null: neither. */
export function wayFrom(query: Query): ShownLink | null {
  const link = decoded(query.q);
  const letter = decoded(query.letter) || decoded(/\/l\/([^/?#]+)/.exec(link)?.[1] ?? /[?&]letter=([^&#]+)/.exec(link)?.[1]);
  if (letter !== '') return { letter: normaliseLetterCode(letter) };
  const assist = foldCode(decoded(query.assist) || decoded(/\/a\/([^/?#]+)/.exec(link)?.[1] ?? /[?&]assist=([^&#]+)/.exec(link)?.[1]));
  return assist === '' ? null : { assist };
}

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '').trim();
  } catch {
    return (text ?? '').trim();
  }
}
