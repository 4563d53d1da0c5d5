/** Ids the phone makes for what it sends, so that sending twice counts once. */

/** A random UUID (version 4), lower case. */
export function uuid(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Yes or no, half and half. */
export const coin = (): boolean => ((randomBytes(1)[0] ?? 0) & 1) === 1;

function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  // mini-programs have no synchronous crypto; the id need only be unique, it is no secret
  if (typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function') crypto.getRandomValues(bytes);
  else for (let at = 0; at < count; at += 1) bytes[at] = Math.floor(Math.random() * 256);
  return bytes;
}
