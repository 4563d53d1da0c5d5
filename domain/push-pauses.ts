/**
 * When a push is tried again. The inbox in the app has the message already, so a push may be late and may be given up.
 *
 * P1 The first try is at once. After the n-th that failed comes a pause of `firstPauseMinutes` × `factor`^(n−1), at most `longestPauseHours`.
 * P2 After `attempts` tries it is given up. A try that nobody finished (the process ended) counts: or what ends it would be tried for ever.
 * P3 A claim lasts long enough for one slow call and no longer; after that another may take it. So a push is sent at least once, and now and then twice.
 */
import type { VoiceRules } from '../types/rules';

/** How long one claim lasts. */
export const claimMs = 2 * 60_000;

/** `tries`: made so far, 1 and more. When the next is, ms; null: none, it is given up. */
export const nextTry = (tries: number, now: number, { attempts, firstPauseMinutes, factor, longestPauseHours }: VoiceRules['push']): number | null =>
  tries >= attempts ? null : now + Math.min(firstPauseMinutes * 60_000 * factor ** (tries - 1), longestPauseHours * 3_600_000);
