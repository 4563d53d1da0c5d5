/** Lines as a text file that Windows opens as what it is: marked as UTF-8, with its ends of lines. */
import { strToU8 } from 'fflate';

export const forPeople = (lines: readonly string[]): Uint8Array => strToU8(`\ufeff${lines.join('\r\n')}\r\n`);
