/**
 * One text for one value: what is hashed, sealed or compared.
 *
 * S1 Keys are sorted by code unit; no spaces.
 * S2 A property that is undefined is left out; in a list it is refused.
 * S3 What JSON can't say (NaN, Infinity, functions, bigint, dates and other class instances) is refused, not turned into something else.
 * S4 Reading the text back gives an equal value; the order in which keys were set does not matter.
 */

/** Canonical JSON of a plain value. Throws TypeError on what JSON can't say. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const held of value as readonly unknown[]) text += `${text && ','}${canonicalJson(held)}`;
    return `[${text}]`;
  }
  if (typeof value === 'object' && isPlain(value)) {
    const held = value as Readonly<Record<string, unknown>>;
    // without a comparison of its own, sort goes by code unit
    for (const key of Object.keys(held).sort()) {
      if (held[key] !== undefined) text += `${text && ','}${quoted(key)}:${canonicalJson(held[key])}`;
    }
    return `{${text}}`;
  }
  throw new TypeError('canonicalJson: only plain JSON values');
}

/** Most texts are codes, which stand in quotes as they are; to ask JSON for each took half the time of an answer's leaf. */
const asItIs = /^[ !#-[\]-~]*$/;
const quoted = (text: string): string => (asItIs.test(text) ? `"${text}"` : JSON.stringify(text));

function isPlain(value: object): boolean {
  const proto: unknown = Object.getPrototypeOf(value);
  // A value of another realm (a test's sandbox, a worker) has that realm's Object.prototype.
  return proto === null || Object.getPrototypeOf(proto) === null;
}
