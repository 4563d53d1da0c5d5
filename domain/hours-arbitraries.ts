/** Any sound hours, for property tests. */
import fc from 'fast-check';
import type { DatedHours, Span } from '../types/contract/shared';
import { numberOfDay } from './almanac';
import type { OpeningHours } from './dated-hours';

const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 4 }).map((all) => all.sort((a, b) => a - b));
const day = cuts.map((all): Span[] => Array.from({ length: Math.floor(all.length / 2) }, (_, i) => ({ from: all[2 * i]!, to: all[2 * i + 1]! })));
const night = fc.tuple(fc.integer({ min: 1000, max: 1439 }), fc.integer({ min: 0, max: 400 })).map(([from, to]): Span[] => [{ from, to, overnight: true }]);
const spans = fc.oneof(day, night);
export const anyWeek = fc.array(fc.oneof(spans, fc.constant<Span[]>([])), { minLength: 7, maxLength: 7 });
/** Around the holidays of two years. */
const anyDay = fc.integer({ min: numberOfDay('2025-12-20'), max: numberOfDay('2027-03-01') }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
export const anyDated: fc.Arbitrary<DatedHours> = fc.record({
  holidays: fc.oneof(fc.constant<'usual'>('usual'), fc.constant<'closed'>('closed'), spans),
  adjusted: fc.constant<true>(true),
  market: fc.record({ calendar: fc.constantFrom<'solar' | 'lunar'>('solar', 'lunar'), days: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 9 }), spans }),
  closed: fc.tuple(anyDay, anyDay, fc.boolean()).map(([a, b, since]) => ({ ...(since ? { from: a < b ? a : b } : {}), until: a < b ? b : a })),
}, { requiredKeys: [] });
export const anyHours: fc.Arbitrary<OpeningHours> = fc.record({ week: fc.option(anyWeek), dated: fc.option(anyDated) });
