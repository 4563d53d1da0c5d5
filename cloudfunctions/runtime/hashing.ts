/** SHA-256, and leaves of the form that domain/merkle builds trees from. */
import { createHash } from 'node:crypto';

export const sha256 = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest();
export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** H(0x00 ‖ UTF-8 of the text). */
export const leafOf = (text: string): Buffer => sha256(`\0${text}`);
