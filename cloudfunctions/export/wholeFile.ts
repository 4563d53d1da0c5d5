/** A file that comes in parts: this part is kept; the whole, once the last one is there, in whatever order they came. */
import { addImportPart, dropImportParts, joinedImportParts } from '../../database/queries/imports';
import type { Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';

/** Of one officer: two lists of 4 MB under way. */
const mostParts = 140;
const keptMs = 3_600_000;

export interface SentFile {
  readonly id: string;
  /** Base64, as is the whole. */
  readonly content: string;
  readonly part?: { readonly at: number; readonly of: number } | undefined;
}

/** Null: other parts are still awaited. */
export const wholeFile = async ({ id, content, part }: SentFile, { db, caller, now }: Context): Promise<string | null> => {
  if (!part) return content;
  if (!(await addImportPart(db, { id, owner: caller.person, at: part.at, data: content }, now, new Date(now.getTime() - keptMs), mostParts))) return refuse('too_large', 'content');
  const whole = await joinedImportParts(db, id, caller.person, part.of);
  if (whole !== null) await dropImportParts(db, id, caller.person);
  return whole;
};
