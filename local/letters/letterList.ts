/**
 * The list that goes to the server: of every letter its community and the hash of the hash of its code. It holds no code and no
 * household, so whoever sends the letters can stand outside the street, and whoever runs the server can't answer one.
 */
import * as v from 'valibot';
import { communityCode, roundId, sha256 } from '../../types/contract/shared';
import { StartError } from '../config';

const shape = v.strictObject({
  kind: v.literal('lz-letter-list-1'),
  round: roundId,
  origin: v.picklist(['drawn', 'external']),
  /** The public value households were drawn with, and the hash of who was drawn; null for a list from elsewhere. */
  seed: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  drawn: v.nullable(sha256),
  letters: v.pipe(v.array(v.strictObject({ community: communityCode, codeHash: sha256 })), v.minLength(1), v.maxLength(200_000)),
});
export type LetterList = v.InferOutput<typeof shape>;

/** Reads the text of a file. Throws `StartError` in one sentence. */
export const readLetterList = (text: string): LetterList => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text);
  if (!read.success) throw new StartError('这个文件不是信函名单。请用 npm run letters -- draw 生成的 letter-list.json。');
  return read.output;
};
