/**
 * Check codes of answers that are in hand at the same moment, with one signature for all (domain/check-code).
 *
 * Nobody waits for company. A promise lies ready while the database takes its answer. The first answer to be taken has all
 * that lie ready signed with its own, and the others find their codes made when their turn comes: so there is one signature
 * for as many answers as the database has in hand, up to eight, and an answer that is alone has one of its own. An answer
 * that is not taken leaves; where it was signed already, its code is given to nobody.
 *
 * It is done on the main thread: it takes about 36 µs, and handing it to another thread took longer than that.
 */
import { blindBytes, mostTogether, writeCheckCodes, type Promised } from '../../domain/check-code';
import type { Context } from '../runtime/action';
import { coding } from '../runtime/hashing';
import type { Secrets } from '../runtime/secrets';

interface Ready { readonly promised: Promised; code: string | null }

/** What lies ready under each key. A full one is left to those in it. */
const open = new WeakMap<Secrets, Set<Ready>>();

const openOf = (secrets: Secrets): Set<Ready> => {
  const found = open.get(secrets);
  if (found && found.size < mostTogether) return found;
  const fresh = new Set<Ready>();
  open.set(secrets, fresh);
  return fresh;
};

/** The check code, once the answer is taken; rejects as `taken` does. */
export const codeOnce = async (taken: Promise<unknown>, promised: Promised, { secrets, random }: Pick<Context, 'secrets' | 'random'>): Promise<string> => {
  const together = openOf(secrets);
  const own: Ready = { promised, code: null };
  together.add(own);
  try {
    await taken;
    if (own.code === null) {
      const all = [...together];
      const codes = writeCheckCodes(all.map((one) => one.promised), random.bytes(blindBytes * all.length), secrets.sign, coding);
      all.forEach((one, i) => { one.code = codes[i]!; });
      together.clear();
    }
    return own.code!;
  } finally {
    together.delete(own);
  }
};
