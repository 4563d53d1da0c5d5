import fc from 'fast-check';
import type { PurgeEntry } from '../types/round';
import { answerText, commitmentText, hex, letterLeafText, lettersText, purgeText, roundText, withdrawalText, withdrawSecretText } from './leaf';

const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const answer = { round: 'r-1', questionnaire: 'ab', community: '620602001001', source: 'open' as const, commitment: bytes(1), withdrawHash: bytes(2) };

test('bytes are written as two small digits each', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (some) => expect(hex(some)).toBe(Buffer.from(some).toString('hex'))));
});

test('S1 another definition is another round', () => expect(roundText(bytes(1))).not.toBe(roundText(bytes(2))));

test('S2 everything about an answer changes its text', () => {
  const others = [{ round: 'r-2' }, { questionnaire: 'cd' }, { community: '620602001002' }, { source: 'drawn' as const }, { commitment: bytes(3) }, { withdrawHash: bytes(3) }];
  expect(new Set([answer, ...others.map((other) => ({ ...answer, ...other }))].map(answerText)).size).toBe(7);
});

test('S3 the order in which answers were set does not change a commitment; answers, seconds, direction and salt do', () => {
  const content = { answers: { A6: 'satisfied', A17: ['price'] }, seconds: 60, reversed: false };
  expect(commitmentText(bytes(1), { ...content, answers: { A17: ['price'], A6: 'satisfied' } })).toBe(commitmentText(bytes(1), content));
  const others = [{ answers: { A6: 'neutral', A17: ['price'] } }, { seconds: 65 }, { reversed: true }].map((other) => commitmentText(bytes(1), { ...content, ...other }));
  expect(new Set([commitmentText(bytes(1), content), commitmentText(bytes(2), content), ...others]).size).toBe(5);
});

test('S4 S5 a secret belongs to one round', () => {
  expect(withdrawSecretText('r-1', 's')).not.toBe(withdrawSecretText('r-2', 's'));
  expect(withdrawalText({ round: 'r-1', of: bytes(1), secret: 's' })).not.toBe(withdrawalText({ round: 'r-1', of: bytes(2), secret: 's' }));
});

test('S6 everything about the letters of a round changes its leaf', () => {
  const letters = { round: 'r-1', origin: 'drawn' as const, issued: 20, root: bytes(1), seed: '03 08', drawn: bytes(2) };
  const others = [{ round: 'r-2' }, { origin: 'external' as const }, { issued: 21 }, { root: bytes(3) }, { seed: '03 09' }, { seed: null }, { drawn: bytes(3) }, { drawn: null }];
  expect(new Set([letters, ...others.map((other) => ({ ...letters, ...other }))].map(lettersText)).size).toBe(9);
});

test('S7 a third code on one phone changes the commitment; an answer without says nothing of it', () => {
  const content = { answers: { A6: 'satisfied' }, seconds: 60, reversed: false };
  expect(commitmentText(bytes(1), { ...content, crowded: false })).toBe(commitmentText(bytes(1), content));
  expect(commitmentText(bytes(1), { ...content, crowded: true })).not.toBe(commitmentText(bytes(1), content));
});

const purge: PurgeEntry = { kind: 'lz-purge-1', round: 'r-1', at: '2029-01-01T00:00:00.000Z', keepUntil: null, reason: null, difference: null, answers: 3, withdrawn: 1, remarks: 0, releases: [{ id: 'r-1-final', hash: 'ab' }] };
test('S8 everything about a purge changes its text', () => {
  const others: Partial<PurgeEntry>[] = [{ round: 'r-2' }, { at: '2029-01-02T00:00:00.000Z' }, { keepUntil: '2028-12-31T00:00:00.000Z' }, { reason: 'x' }, { difference: 'x' }, { answers: 2 }, { withdrawn: 0 }, { remarks: 1 }, { releases: [{ id: 'r-1-final', hash: 'cd' }] }];
  expect(new Set([purge, ...others.map((other) => ({ ...purge, ...other }))].map(purgeText)).size).toBe(10);
});

test('no kind can be read as another', () => {
  const kinds = [roundText(bytes(1)), commitmentText(bytes(1), { answers: {}, seconds: 0, reversed: false }),
    answerText(answer), withdrawalText({ round: 'r-1', of: bytes(1), secret: 's' }), withdrawSecretText('r-1', 's'),
    lettersText({ round: 'r-1', origin: 'external', issued: 1, root: bytes(1), seed: null, drawn: null }), letterLeafText('620602001001', bytes(1)), purgeText(purge)].map((text) => (JSON.parse(text) as string[])[0]);
  expect(new Set(kinds).size).toBe(8);
});
