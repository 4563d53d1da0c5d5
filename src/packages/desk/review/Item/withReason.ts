/** Longest reason the contract takes, in UTF-16 units as both platforms count them. */
export const longestReason = 200;

/** Adds a ready sentence to what is written, or takes it out again; leaves it alone where it would not fit. */
export function withReason(text: string, reason: string): string {
  if (text.includes(reason)) return text.replace(reason, '').trim();
  const longer = text.trim() === '' ? reason : `${text.trim()}${reason}`;
  return longer.length > longestReason ? text : longer;
}
