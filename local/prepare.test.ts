import { openTestDatabase, type TestDatabase } from '../test/support/testDatabase';
import { prepareDatabase } from './prepare';

let opened: TestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); }, 60_000);
afterAll(() => opened.close());

test('an empty database gets migrations, rules and places; a second time there is nothing to do', async () => {
  const first = await prepareDatabase(opened.database);
  expect(first.migrations).toContain('0001_first');
  expect(first.rules.map(({ title }) => title)).toEqual(expect.arrayContaining(['一刻钟便民生活圈满意度调查', '满意率的算法与发布门槛']));
  expect(await prepareDatabase(opened.database)).toEqual({ migrations: [], rules: [] });
});
