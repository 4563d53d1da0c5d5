/** The order of wishes after a tap. */
export function reranked(wishes: readonly string[], code: string, most: number): string[] {
  if (wishes.includes(code)) return wishes.filter((wish) => wish !== code);
  return wishes.length >= most ? [...wishes] : [...wishes, code];
}

/** The words for a place in that order, from 0. */
export const placeWords = (at: number): string => `第${['一', '二', '三', '四', '五'][at] ?? at + 1}想要`;
