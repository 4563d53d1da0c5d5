import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { promiseText, readCheckCode, writeCheckCode, type Promised } from './check-code';

const key = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const signed = (promised: Promised, by = key) => writeCheckCode(promised, sign(null, Buffer.from(promiseText(promised)), by.privateKey).toString('base64url'));
const verified = (text: string, signature: string) => verify(null, Buffer.from(text), key.publicKey, Buffer.from(signature, 'base64url'));
const promised: Promised = { round: 'r-2026-11', leaf: new Uint8Array(32).fill(7), sealedBy: 1795000000000, last: { size: 12345, root: new Uint8Array(32).fill(9) } };

test('S1 reads back as what was written', () => expect(readCheckCode(signed(promised), verified)).toEqual(promised));

test('S2 changed anywhere, cut, extended or signed by another: refused', () => {
  const code = signed(promised);
  fc.assert(fc.property(fc.nat(code.length - 3), fc.constantFrom(...'0123456789abcdefXYZ.-'), (i, c) => {
    fc.pre(code.charAt(i) !== c);
    expect(readCheckCode(code.slice(0, i) + c + code.slice(i + 1), verified)).toBeNull();
  }));
  for (const wrong of ['', code.slice(0, -4), code.slice(4), `${code}.x`, signed(promised, other)]) expect(readCheckCode(wrong, verified)).toBeNull();
});

test('S3 fits into a QR code', () => expect(signed({ ...promised, round: 'r'.repeat(40), last: { ...promised.last, size: 1e15 - 1 } }).length).toBeLessThanOrEqual(400));
