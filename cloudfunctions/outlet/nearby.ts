/** Outlets around a place, nearest first, with what is asked for. */
import { minuteOfWeek } from '../../domain/calendar';
import { project } from '../../domain/geometry';
import { foldText } from '../../domain/outlet-name';
import { nearbyOutlets } from '../../database/queries/outlets';
import type { ParsedInput } from '../../types/contract';
import type { FormatRules } from '../../types/rules';
import type { Action } from '../runtime/action';
import { cardOf } from './card';
import { locateOrigin } from './origin';
import { formatRules, walkingRules } from './rules';

/** Metres, straight line. Far beyond a quarter of an hour, so that an empty list means there is nothing in reach. */
const radius = 3000;
const page = 20;

export const nearby: Action<'outlet.nearby'> = {
  for: 'anyone',
  transaction: false,
  async handle(input, context) {
    const { db, now } = context;
    const formats = await formatRules(context);
    const walking = await walkingRules(context);
    const origin = await locateOrigin(input.origin, context);
    const pace = input.pace ?? 'normal';
    const most = input.most ?? page;
    const { x, y } = project(origin.point);
    const wanted = wantedFormats(input, formats);
    const rows = await nearbyOutlets(db, {
      x, y, radius,
      formats: wanted,
      services: wanted === null ? [] : formats.services.filter(({ countsAs }) => countsAs !== null && wanted.includes(countsAs)).map(({ code }) => code),
      smallRepair: input.smallRepair ?? false,
      openAt: input.openNow ? minuteOfWeek(now.getTime()) : null,
      facts: input.facts ?? [],
      text: input.text ? foldText(input.text) : null,
      from: input.from ?? 0,
      most: most + 1,
    });
    return {
      origin: { name: origin.name, point: { lng: origin.point.lng, lat: origin.point.lat }, status: origin.status },
      pace, asOf: now.toISOString(), radius,
      items: rows.slice(0, most).map((row) => cardOf(row, { formats, walking, from: origin.point, pace, now })),
      more: rows.length > most,
    };
  },
};

/** Null: any format. Kinds of filter narrow each other; several of one kind widen it. */
const wantedFormats = (input: ParsedInput<'outlet.nearby'>, rules: FormatRules): string[] | null => {
  const { groups = [], sixOnes = [], formats = [] } = input;
  if (groups.length + sixOnes.length + formats.length === 0) return null;
  return rules.formats
    .filter((format) => (groups.length === 0 || groups.includes(format.group))
      && (sixOnes.length === 0 || (format.sixOne !== null && sixOnes.includes(format.sixOne)))
      && (formats.length === 0 || formats.includes(format.code)))
    .map(({ code }) => code);
};
