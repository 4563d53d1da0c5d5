import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { coding } from '../cloudfunctions/runtime/hashing';
import { blindBytes, mostTogether, readCheckCode, writeCheckCodes, type Promised } from './check-code';

const key = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const signedBy = (by: typeof key) => (text: string) => sign(null, Buffer.from(text), by.privateKey).toString('base64url');
const verified = (text: string, signature: string) => verify(null, Buffer.from(text), key.publicKey, Buffer.from(signature, 'base64url'));
const read = (code: string) => readCheckCode(code, verified, coding);

const promise = (n: number): Promised => ({ round: 'r-2026-11', leaf: new Uint8Array(32).fill(n), sealedBy: 1795000000000 + 1000 * n, last: { size: 12345, root: new Uint8Array(32).fill(9) } });
const several = (n: number) => Array.from({ length: n }, (_, i) => promise(i));
const chance = fc.uint8Array({ minLength: blindBytes * mostTogether, maxLength: blindBytes * mostTogether });
const blinds = Uint8Array.from({ length: blindBytes * mostTogether }, (_, i) => (i * 37) % 256);
const codes = (promised: readonly Promised[], by = key, blind = blinds) => writeCheckCodes(promised, blind, signedBy(by), coding);

test('S1 S4 reads back as what was written, alone or together', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: mostTogether }), chance, (n, blind) => {
    const written = codes(several(n), key, blind);
    expect(written.map(read)).toEqual(several(n));
    for (const code of written) expect(code.slice(0, 4)).toBe(n === 1 ? 'LZ1.' : 'LZ2.');
  }), { numRuns: 30 });
  for (const wrong of [[], several(mostTogether + 1)]) expect(() => codes(wrong)).toThrow(RangeError);
  expect(() => codes(several(2), key, blinds.subarray(1, blindBytes + 1))).toThrow(RangeError);
});

test('S1 a code of the first kind, as it was always written', () => {
  const text = `LZ1.r-2026-11.${'07'.repeat(32)}.${(1795000007).toString(36)}.12345.${'09'.repeat(32)}`;
  expect(codes([promise(7)])).toEqual([`${text}.${signedBy(key)(text)}`]);
});

test.each([1, 2, 3, 5, 8])('S2 changed anywhere, cut, extended or signed by another: refused (%i together)', (n) => {
  const code = codes(several(n))[n - 1]!;
  fc.assert(fc.property(fc.nat(code.length - 1), fc.constantFrom(...'0123456789abcdefXYZAQgw_.-'), (i, c) => {
    fc.pre(code.charAt(i) !== c);
    expect(read(code.slice(0, i) + c + code.slice(i + 1))).toBeNull();
  }), { numRuns: 400 });
  for (const wrong of ['', code.slice(0, -4), code.slice(4), `${code}.x`, `${code}A`, `${code}=`, codes(several(n), other)[n - 1]!]) expect(read(wrong)).toBeNull();
});

test('S2 what was signed for one kind is no code of the other', () => {
  const [first, second] = codes(several(2)) as [string, string];
  const pieces = first.split('.');
  expect(read([...pieces.slice(0, 9), codes([promise(0)])[0]!.split('.')[6]!].join('.'))).toBeNull();
  expect(read([...pieces.slice(0, 7), ...second.split('.').slice(7)].join('.'))).toBeNull();
});

test.each([1, 2, 4, 5, 8])('S3 fits into a QR code (%i together)', (n) => {
  const longest: Promised = { ...promise(1), round: 'r'.repeat(40), sealedBy: Date.UTC(4000, 0), last: { size: 1e15 - 1, root: new Uint8Array(32) } };
  for (const code of codes(Array.from({ length: n }, () => longest))) {
    expect(code.length).toBeLessThanOrEqual(400);
    expect(read(code)).toEqual(longest);
  }
});

test('S5 neighbours stand in a code as hashes of what only their own codes hold, and not as they came', () => {
  const hashed = (text: string) => createHash('sha256').update(`\0${text}`).digest('base64url');
  const written = codes(several(4)).map((code) => code.split('.'));
  const places = written.map((pieces) => Number(pieces[7]!.charAt(0)));
  const ownHashes = written.map((pieces) => hashed(pieces.slice(0, 7).join('.')));
  const neighbours = written.map((pieces) => Buffer.from(pieces[8]!, 'base64url').subarray(0, 32).toString('base64url'));
  // what stands nearest on the way is one of the other hashes, and none that can be made without the blind
  for (const [i, neighbour] of neighbours.entries()) expect(ownHashes.filter((_, j) => j !== i)).toContain(neighbour);
  for (const pieces of written) expect(neighbours).not.toContain(hashed(pieces.slice(0, 6).join('.')));
  const hexadecimal = ownHashes.map((hash) => Buffer.from(hash, 'base64url').toString('hex'));
  expect(places).toEqual(hexadecimal.map((hash) => [...hexadecimal].sort().indexOf(hash)));
});

test('an outsider checks a code with SHA-256 and the public key alone', () => {
  const published = key.publicKey.export({ format: 'jwk' }).x!;
  const [kind, , leaf, , , , , where, way, signature] = codes(several(5))[2]!.split('.');
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  const sha256 = (...parts: (string | Uint8Array)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const [place, together] = where!.split('-').map(Number) as [number, number];
  // RFC 9162, 2.1.3.2
  let [fn, sn, r] = [place, together - 1, sha256('\0', codes(several(5))[2]!.split('.').slice(0, 7).join('.'))];
  for (let at = 0; at < bytes(way!).length; at += 32) {
    const p = bytes(way!).subarray(at, at + 32);
    if (fn % 2 === 1 || fn === sn) {
      r = sha256('\x01', p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else r = sha256('\x01', r, p);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: published }, format: 'jwk' });
  expect(verify(null, Buffer.from(`${kind}.${together}.${r.toString('base64url')}`), publicKey, bytes(signature!))).toBe(true);
  expect([sn, bytes(leaf!)]).toEqual([0, Buffer.alloc(32, 2)]);
});
