import { randomBytes, randomUUID } from 'node:crypto';
import { mostTogether, readCheckCode, type Promised } from '../../domain/check-code';
import { coding } from '../runtime/hashing';
import { secretsFrom } from '../runtime/secrets';
import { codeOnce } from './signedTogether';

const random = { uuid: randomUUID, bytes: (length: number) => randomBytes(length) };
const promise = (n: number): Promised => ({ round: 'running', leaf: new Uint8Array(32).fill(n), sealedBy: 1795000000000, last: { size: 1, root: new Uint8Array(32) } });

/** A deployment whose signatures are counted. */
const deployment = () => {
  const own = secretsFrom('a secret for tests alone, long enough');
  let signatures = 0;
  const secrets = { ...own, sign: (text: string) => { signatures += 1; return own.sign(text); } };
  return {
    signatures: () => signatures,
    taking: (n: number, taken: Promise<unknown>) => codeOnce(taken, promise(n), { secrets, random }),
    reads: (code: string, n: number) => expect(readCheckCode(code, own.verify, coding)).toEqual(promise(n)),
  };
};
const gate = () => {
  let open!: () => void;
  let shut!: (error: Error) => void;
  const taken = new Promise<void>((done, failed) => { open = done; shut = failed; });
  return { taken, open, shut };
};

test('an answer alone is signed alone, and the next one too', async () => {
  const { taking, reads, signatures } = deployment();
  for (const n of [1, 2]) {
    const code = await taking(n, Promise.resolve());
    expect(code).toMatch(/^LZ1\./);
    reads(code, n);
  }
  expect(signatures()).toBe(2);
});

test('what lies ready when the first is taken has one signature; nobody waits for the others', async () => {
  const { taking, reads, signatures } = deployment();
  const [first, second, third] = [gate(), gate(), gate()];
  const [a, b] = [taking(1, first.taken), taking(2, second.taken)];
  second.open();
  const code = await b;
  expect(code).toMatch(/^LZ2\./);
  reads(code, 2);
  const c = taking(3, third.taken);
  first.open();
  reads(await a, 1);
  expect(signatures()).toBe(1);
  third.open();
  expect(await c).toMatch(/^LZ1\./);
});

test('an answer that is not taken gets no code, and leaves the others alone', async () => {
  const { taking } = deployment();
  const [refused, taken] = [gate(), gate()];
  const [a, b] = [taking(1, refused.taken), taking(2, taken.taken)];
  refused.shut(new Error('answered'));
  await expect(a).rejects.toThrow('answered');
  taken.open();
  expect(await b).toMatch(/^LZ1\./);
});

test('more than fit together are signed eight by eight', async () => {
  const { taking, reads, signatures } = deployment();
  const all = gate();
  const codes = Array.from({ length: 2 * mostTogether + 1 }, (_, n) => taking(n, all.taken));
  all.open();
  for (const [n, code] of (await Promise.all(codes)).entries()) reads(code, n);
  expect(signatures()).toBe(3);
});
