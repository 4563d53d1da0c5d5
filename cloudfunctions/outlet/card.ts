/** An outlet row as a resident sees it in the list. */
import { shanghaiDay } from '../../domain/calendar';
import type { Almanac } from '../../domain/almanac';
import { openStateAt } from '../../domain/dated-hours';
import { straightMetres } from '../../domain/geometry';
import { walk } from '../../domain/walking';
import type { OutletRow } from '../../database/queries/outlets';
import type { OutletCard } from '../../types/contract/outlet';
import type { PaceCode } from '../../types/contract/shared';
import type { FormatRules, WalkingRules } from '../../types/rules';
import { gcj02, metresPerMinute, type Gcj02Point } from '../../types/units';
import { refuse } from '../runtime/refusal';

interface View { readonly formats: FormatRules; readonly walking: WalkingRules; readonly almanac: Almanac; readonly from: Gcj02Point | null; readonly pace: PaceCode; readonly now: Date }

export const formatName = (format: string, { formats }: FormatRules): string => formats.find(({ code }) => code === format)?.name ?? '其他';

export const cardOf = (row: OutletRow, { formats, walking, almanac, from, pace, now }: View): OutletCard => {
  const point = gcj02(row.lng, row.lat);
  const speed = walking.paces.find(({ code }) => code === pace) ?? refuse('value_invalid', 'pace');
  return {
    id: row.id,
    name: row.name,
    format: { code: row.format, name: formatName(row.format, formats) },
    services: row.services.map((code) => formats.services.find((service) => service.code === code)?.name ?? '').filter((name) => name !== ''),
    smallRepair: row.small_repair,
    point: { lng: row.lng, lat: row.lat },
    address: row.address,
    walk: from && walk(straightMetres(from, point), { metresPerMinute: metresPerMinute(speed.metresPerMinute) }, walking.detour),
    open: openStateAt({ week: row.hours, dated: row.dated }, now.getTime(), almanac),
    facts: { cash: row.cash, stepFree: row.step_free, seats: row.seats, staffed: row.staffed },
    verifiedOn: row.verified_at && shanghaiDay(Date.parse(row.verified_at)),
    demo: row.demo,
    confirmedOn: row.confirmed_at && shanghaiDay(Date.parse(row.confirmed_at)),
    ...(row.standing === 'fine' ? {} : { doubted: true }),
  };
};
