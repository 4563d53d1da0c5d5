/**
 * Takes answers that come at once in few statements (runtime/crowd): four on their way are half of the pool's connections, so that
 * whoever only looks at a page still finds one.
 *
 * Those of one statement are written in the order of their tags. So two statements with the same people in them can't wait for
 * each other; and what stands side by side in the inbox stands there by a hash, and not as it came.
 */
import type { Handle } from '../../database/handle';
import { takeResponse, takeResponses, type NewResponse, type Taken } from '../../database/queries/responses';
import { createCrowd } from '../runtime/crowd';

/** One for each handle: a transaction has its own. */
const crowds = new WeakMap<Handle, (response: NewResponse) => Promise<Taken>>();

export const takeInCrowd = (db: Handle, response: NewResponse): Promise<Taken> => {
  let take = crowds.get(db);
  if (!take) {
    take = createCrowd<NewResponse, Taken>({ together: (responses) => inOrder(db, responses), alone: (one) => takeResponse(db, one), statements: 4, most: 8 });
    crowds.set(db, take);
  }
  return take(response);
};

const inOrder = async (db: Handle, responses: readonly NewResponse[]): Promise<Taken[]> => {
  const ordered = [...responses].sort((a, b) => Buffer.compare(a.tag, b.tag));
  const outcomes = await takeResponses(db, ordered);
  return responses.map((response) => outcomes[ordered.indexOf(response)]!);
};
