/** How many said so, in words: never a small number (domain/pressure.ts, P2). */
import type { PressureRound } from '../../../../types/contract/desk';

type Day = PressureRound['days'][number];

export const reported = ({ count, orMore }: Pick<Day['rows'][number], 'count' | 'orMore'>): string => (count === null ? '有' : `${count} 次${orMore ? '以上' : ''}`);

/** The rows of a day under the circle that each community is in; one that is in several stands under the first. */
export function byCircle(rows: Day['rows']): { circle: string; rows: Day['rows'] }[] {
  const circles = new Map<string, Day['rows']>();
  for (const row of rows) {
    const name = row.circles[0] ?? '还没有归入生活圈';
    circles.set(name, [...(circles.get(name) ?? []), row]);
  }
  return [...circles].map(([circle, list]) => ({ circle, rows: list }));
}
