/**
 * How long a walk takes, from the straight line alone.
 *
 * We ask no map service, so a walk is an estimate and says so: straight line × detour ÷ pace. Both
 * numbers come from `rules/walking.json`, where they are marked 示例.
 *
 * S1 The way is the straight line times the detour factor.
 * S2 Metres are rounded to 10; a rounder number would claim less than we know, a finer one more.
 * S3 Minutes are rounded up from the unrounded way, and are at least 1.
 * S4 The result is always marked as estimated.
 */
import type { Metres } from '../types/units';

export interface Walk {
  /** Rounded to 10. */
  readonly metres: number;
  /** Rounded up, at least 1. */
  readonly minutes: number;
  readonly estimated: true;
}

// Keeps 1020 m at 60 m/min at 17 minutes where the product comes out as 1020.0000000000001.
const slack = 1e-9;

/** An estimated walk over `straight` metres as the crow flies. */
export function walk(straight: Metres, pace: { readonly metresPerMinute: number }, detour: number): Walk {
  const way = straight * detour;
  return {
    metres: Math.round(way / 10) * 10,
    minutes: Math.max(1, Math.ceil(way / pace.metresPerMinute - slack)),
    estimated: true,
  };
}
