/** What is typed into the form of one place, held against what stands there. Pure. */
import type { Entered } from '../../../../types/contract/circles';

export type Place = Entered['places'][number];
export type Field = Entered['fields'][number];
export type Typed = Readonly<Record<string, string>>;
interface Value { readonly field: string; readonly value: number | null; readonly words: string | null }

export const standing = ({ values }: Place, { code, kind }: Field): string => {
  const found = values.find(({ field }) => field === code);
  return found === undefined ? '' : kind === 'words' ? found.words ?? '' : String(found.value ?? '');
};

/** Digits as phones and offices write them: full width, with commas. Null: not a number. */
export const numberOf = (text: string): number | null => {
  const plain = text.normalize('NFKC').replace(/[,，\s]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** What changed, ready to be sent; or the fields that can't be read. An emptied field takes its entry back. */
export const changesOf = (place: Place, fields: readonly Field[], typed: Typed): { readonly changes: readonly Value[]; readonly wrong: readonly string[] } => {
  const changes: Value[] = [];
  const wrong: string[] = [];
  for (const field of fields) {
    const text = typed[field.code]?.trim();
    if (text === undefined || text === standing(place, field)) continue;
    if (text === '') changes.push({ field: field.code, value: null, words: null });
    else if (field.kind === 'words') changes.push({ field: field.code, value: null, words: text });
    else {
      const value = numberOf(text);
      if (value === null) wrong.push(field.code);
      else changes.push({ field: field.code, value, words: null });
    }
  }
  return { changes, wrong };
};
