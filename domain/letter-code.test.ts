import fc from 'fast-check';
import { letterCodeBytes, letterCodeFrom, letterText, normaliseLetterCode } from './letter-code';

const bytes = fc.uint8Array({ minLength: letterCodeBytes, maxLength: letterCodeBytes });

test('L1 a code stands in three groups of six, and 17 bytes give five bits each', () => {
  fc.assert(fc.property(bytes, (some) => {
    const code = letterCodeFrom(some);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){2}[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(letterCodeFrom(some.map((byte) => byte | 0b11100000))).toBe(code);
  }));
  const other = new Uint8Array(letterCodeBytes);
  other[16] = 1;
  expect(letterCodeFrom(other)).not.toBe(letterCodeFrom(new Uint8Array(letterCodeBytes)));
  expect(() => letterCodeFrom(new Uint8Array(letterCodeBytes - 1))).toThrow(RangeError);
});

test('L2 typed without dashes, small or in full width it is the same; one wrong character is none', () => {
  fc.assert(fc.property(bytes, (some) => {
    const code = letterCodeFrom(some);
    const wide = [...code.replace(/-/g, '')].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [code, code.toLowerCase(), code.replace(/-/g, ' '), wide]) expect(normaliseLetterCode(typed)).toBe(code);
    expect(normaliseLetterCode(`${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`)).toBeNull();
  }));
});

test.each(['', '3F7K-92MD-XQ41', '答卷码', '000000-000000-00000'])('L2 %j is no code', (text) => expect(normaliseLetterCode(text)).toBeNull());

test('L3 what is hashed is ASCII and names its use', () => expect(letterText('ABCDEF-ABCDEF-ABCDEF')).toBe('["lz-letter-1","ABCDEF-ABCDEF-ABCDEF"]'));
