import fc from 'fast-check';
import { codeFrom, foldCode, groupedCode } from './codes';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });

test('S1 no code has a letter that is misread', () => {
  fc.assert(fc.property(bytes, (b) => /^[0-9a-hjkmnp-tv-z]+$/.test(codeFrom(b))));
});
test('S2 every low five bits have a character of their own', () => {
  expect(new Set(Array.from({ length: 32 }, (_, i) => codeFrom(new Uint8Array([i])))).size).toBe(32);
  expect(codeFrom(new Uint8Array([0, 31, 32, 255]))).toBe('0z0z');
});
test('S3 a printed code typed back carelessly is the same code', () => {
  fc.assert(fc.property(bytes, (b) => {
    const code = codeFrom(b);
    expect(foldCode(` ${groupedCode(code).toUpperCase()} `)).toBe(code);
  }));
  expect(foldCode('OIl-2')).toBe('0112');
  expect(foldCode('ABC 12')).toBe('abc12');
});
