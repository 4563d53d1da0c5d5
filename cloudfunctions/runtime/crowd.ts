/**
 * Sends what comes in a crowd to the database a few at a time, several in one statement.
 *
 * Of what a small writing costs, the greater part is the way to the database and back, the commit, and waking up for it. So what
 * comes in one turn of the event loop goes together, and while `statements` are on their way, what comes is gathered for the
 * next one, up to `most`. What comes alone goes alone, and at once; what comes in a crowd waits for one of the statements before
 * it. All in one statement are written or none: where it fails, each is sent once more by itself, so that nobody gets another's
 * error.
 */
export interface Crowd<Item, Outcome> {
  /** In the order of the items. */
  readonly together: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  readonly alone: (item: Item) => Promise<Outcome>;
  /** On their way at once. */
  readonly statements: number;
  readonly most: number;
}

interface Waiting<Item, Outcome> { readonly item: Item; readonly done: (outcome: Outcome | Promise<Outcome>) => void }

export const createCrowd = <Item, Outcome>({ together, alone, statements, most }: Crowd<Item, Outcome>): ((item: Item) => Promise<Outcome>) => {
  let waiting: Waiting<Item, Outcome>[] = [];
  let onTheirWay = 0;
  let soon = false;

  const send = async (now: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    if (now.length === 1) {
      const outcome = alone(now[0]!.item);
      now[0]!.done(outcome);
      await outcome.catch(() => undefined);
      return;
    }
    try {
      const outcomes = await together(now.map(({ item }) => item));
      now.forEach(({ done }, i) => done(outcomes[i]!));
    } catch {
      for (const { item, done } of now) done(alone(item));
    }
  };
  const sendNext = () => {
    soon = false;
    while (onTheirWay < statements && waiting.length > 0) {
      const now = waiting.slice(0, most);
      waiting = waiting.slice(most);
      onTheirWay += 1;
      void send(now).then(() => {
        onTheirWay -= 1;
        sendSoon();
      });
    }
  };
  /** At the end of this turn, so that all who come in it are there. */
  const sendSoon = () => {
    if (soon || onTheirWay >= statements || waiting.length === 0) return;
    soon = true;
    setImmediate(sendNext);
  };
  return (item) => new Promise((done) => {
    waiting.push({ item, done });
    sendSoon();
  });
};
