/** An outlet row as a resident sees it in the list. */
import { minuteOfWeek, shanghaiDay } from '../../domain/calendar';
import { straightMetres } from '../../domain/geometry';
import { openState } from '../../domain/hours';
import { walk } from '../../domain/walking';
import type { OutletRow } from '../../database/queries/outlets';
import type { OutletCard } from '../../types/contract/outlet';
import type { PaceCode } from '../../types/contract/shared';
import type { FormatRules, WalkingRules } from '../../types/rules';
import { gcj02, metresPerMinute, type Gcj02Point } from '../../types/units';
import { refuse } from '../runtime/refusal';

interface View { readonly formats: FormatRules; readonly walking: WalkingRules; readonly from: Gcj02Point | null; readonly pace: PaceCode; readonly now: Date }

export const cardOf = (row: OutletRow, { formats, walking, from, pace, now }: View): OutletCard => {
  const point = gcj02(row.lng, row.lat);
  const speed = walking.paces.find(({ code }) => code === pace) ?? refuse('value_invalid', 'pace');
  return {
    id: row.id,
    name: row.name,
    format: { code: row.format, name: formats.formats.find(({ code }) => code === row.format)?.name ?? '其他' },
    services: row.services.map((code) => formats.services.find((service) => service.code === code)?.name ?? '').filter((name) => name !== ''),
    smallRepair: row.small_repair,
    point: { lng: row.lng, lat: row.lat },
    address: row.address,
    walk: from && walk(straightMetres(from, point), { metresPerMinute: metresPerMinute(speed.metresPerMinute) }, walking.detour),
    open: openState(row.hours, minuteOfWeek(now.getTime())),
    facts: { cash: row.cash, stepFree: row.step_free, seats: row.seats, staffed: row.staffed },
    verifiedOn: row.verified_at && shanghaiDay(Date.parse(row.verified_at)),
    demo: row.demo,
  };
};
