import { createCrowd } from './crowd';

/** A database whose statements end when told to: two at once, of three at most. */
const database = () => {
  const statements: { readonly items: readonly number[]; readonly end: () => void; readonly fail: () => void }[] = [];
  const statement = <T>(items: readonly number[], outcome: T) => new Promise<T>((done, failed) => {
    statements.push({ items, end: () => done(outcome), fail: () => failed(new Error('the database')) });
  });
  const twice = (item: number) => item * 2;
  const send = createCrowd<number, number>({ together: (items) => statement(items, items.map(twice)), alone: (item) => statement([item], twice(item)), statements: 2, most: 3 });
  return { send, statements, sent: () => statements.map(({ items }) => items) };
};
/** What was due in this turn of the event loop, and in the next, is done. */
const turn = async () => { for (let i = 0; i < 2; i += 1) await new Promise((done) => setImmediate(done)); };

test('what comes alone goes alone in the same turn', async () => {
  const { send, statements, sent } = database();
  for (const item of [1, 2]) {
    const outcome = send(item);
    await new Promise((done) => setImmediate(done));
    expect(sent()).toHaveLength(item);
    statements[item - 1]!.end();
    expect(await outcome).toBe(item * 2);
  }
  expect(sent()).toEqual([[1], [2]]);
});

test('what comes in one turn goes together; what comes while both statements are on their way is gathered', async () => {
  const { send, statements, sent } = database();
  const outcomes = Promise.all([1, 2, 3, 4].map(send));
  await turn();
  expect(sent()).toEqual([[1, 2, 3], [4]]);
  const later = Promise.all([5, 6].map(send));
  await turn();
  expect(sent()).toHaveLength(2);
  statements[1]!.end();
  await turn();
  expect(sent().slice(2)).toEqual([[5, 6]]);
  for (const { end } of statements) end();
  expect([await outcomes, await later]).toEqual([[2, 4, 6, 8], [10, 12]]);
});

test('where a statement of several fails, each is sent by itself, and only what fails then has failed', async () => {
  const { send, statements, sent } = database();
  const outcomes = Promise.allSettled([1, 2, 3].map(send));
  await turn();
  statements[0]!.fail();
  await turn();
  expect(sent()).toEqual([[1, 2, 3], [1], [2], [3]]);
  statements[2]!.fail();
  for (const { end } of statements) end();
  expect((await outcomes).map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null))).toEqual([2, null, 6]);
  // and the next goes as ever
  const next = send(4);
  await turn();
  statements[4]!.end();
  expect(await next).toBe(8);
});
