/** SHA-256 on the phone: from @noble/hashes, since mini-programs have none. */
import { sha256 } from '@noble/hashes/sha2';
import { hex } from '../../../domain/leaf';

/** Hexadecimal, of a text of ASCII alone: not every WeChat has TextEncoder. */
export const asciiHash = (text: string): string => hex(sha256(Uint8Array.from(text, (character) => character.charCodeAt(0))));
