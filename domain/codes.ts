/**
 * Short codes that people read, type or scan: poster scenes and invites.
 *
 * S1 The alphabet is 32 lower-case letters and digits without i, l, o, u: what is read aloud is typed right.
 * S2 Each byte gives one character by its low five bits, so uniform bytes give uniform codes.
 * S3 Typed codes are folded: case, spaces, hyphens and full width don't matter, o is 0, i and l are 1.
 */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** One character for each byte: 5 bits each, so 10 bytes are 50 bits and 20 bytes are 100. */
export const codeFrom = (bytes: Uint8Array): string => [...bytes].map((byte) => alphabet[byte & 31]).join('');

export const foldCode = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');

/** abcde-fghjk-… for print. */
export const groupedCode = (code: string, size = 5): string => code.match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? '';
