/** What a call leaves in the log: which action, how it ended, how long. Never who, never what. */
import { roundKeysInMemory } from '../../local/roundKeys';
import { openHost } from '../../local/host';
import { contractVersion } from '../../types/contract/version';
import { openTestDatabase, type TestDatabase } from '../support/testDatabase';
import { nanyuan, noon, secret, submission, wholeAnswers } from '../support/world';

let opened: TestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); });
afterAll(() => opened.close());

test('neither identity nor answers nor what the database says of them reach the log', async () => {
  const lines: string[] = [];
  const host = await openHost({
    database: opened.database, secret, roundKeys: roundKeysInMemory(), settings: { hotline: '12345', publicUrl: 'http://localhost', demo: true }, now: () => noon,
    log: (entry) => lines.push(JSON.stringify(entry)),
  });
  const send = (name: 'survey' | 'outlet', action: string, data: unknown) => host.handlers[name]({ action, v: contractVersion, data }, 'h5:canary-identity');
  await send('survey', 'submit', submission(nanyuan, { answers: wholeAnswers(nanyuan, { A18: 'canary-answer' }) }));
  await send('survey', 'home', { scene: 'canary-scene' });
  await send('outlet', 'register', { canary: 'canary-field' });
  // and when the database itself refuses, quoting the values it was given
  await opened.database.script('alter table lz.round add constraint canary_check check (id <> \'x\'); alter table lz.poster rename to poster_away');
  const failed = await send('survey', 'home', { scene: 'canary-scene' });
  expect(failed).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(lines).toHaveLength(4);
  expect(lines.join('\n')).not.toMatch(/canary|h5:|poster_away/);
  expect(JSON.parse(lines[3]!)).toMatchObject({ function: 'survey', action: 'home', code: 'internal', cause: expect.stringMatching(/42P01/) as string });
});
