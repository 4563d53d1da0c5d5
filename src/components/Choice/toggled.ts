/**
 * The answers of a multiple choice after one was tapped, in the order they were tapped. An exclusive answer
 * stands alone: choosing it clears the others, choosing another clears it.
 */
export function toggled(chosen: readonly string[], code: string, options: readonly { readonly code: string; readonly exclusive?: boolean }[]): string[] {
  if (chosen.includes(code)) return chosen.filter((other) => other !== code);
  const exclusive = new Set(options.filter((option) => option.exclusive).map((option) => option.code));
  return exclusive.has(code) ? [code] : [...chosen.filter((other) => !exclusive.has(other)), code];
}
