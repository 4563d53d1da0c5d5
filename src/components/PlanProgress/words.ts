/** 2024-12-31 → 2024年12月 */
export const monthOf = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
