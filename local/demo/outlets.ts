/**
 * Demonstration outlets: about as many in each circle as the national average (商务部 2024 年末: 264 a
 * circle), in the national mix (basic 86 %, quality 14 %; breakfast 25 %, convenience 19 %). Names, places
 * and hours are invented by rule and marked 演示 wherever they appear.
 */
import { unproject, project } from '../../domain/geometry';
import type { OutletFields } from '../../database/outletRow';
import type { Fact, WeekHours } from '../../types/contract/shared';
import type { DemoPlaceRules, FormatRules, PlanRules } from '../../types/rules';
import { gcj02, metres } from '../../types/units';
import type { Chance } from './random';
import { kinds } from './kinds';

export interface DemoOutlet extends OutletFields { readonly id: string; readonly verifiedDaysAgo: number | null }

export const demoOutlets = (chance: Chance, rules: { plan: PlanRules; formats: FormatRules; places: DemoPlaceRules }, perCircle: number): DemoOutlet[] => {
  const share = new Map<string, number>();
  for (const circle of rules.plan.circles) {
    for (const code of circle.communities) share.set(code, (share.get(code) ?? 0) + perCircle / circle.communities.length);
  }
  const totalWeight = kinds.reduce((sum, kind) => sum + kind.weight, 0);
  const draw = () => {
    let left = chance.next() * totalWeight;
    return kinds.find((kind) => (left -= kind.weight) < 0) ?? kinds[0]!;
  };
  return rules.places.communities.flatMap((place) => {
    const used = new Set<string>();
    return Array.from({ length: Math.round(share.get(place.code) ?? 0) }, (): DemoOutlet => {
      const kind = draw();
      const centre = project(gcj02(place.lng, place.lat));
      // most shops stand within a few hundred metres of where people live
      const point = unproject({ x: metres(centre.x + chance.normal() * 260), y: metres(centre.y + chance.normal() * 260) });
      const licensed = !kind.stall || chance.happens(0.3);
      return {
        id: chance.uuid(),
        name: nameOf(chance, kind.names, used),
        format: kind.format,
        services: kind.services.filter(() => chance.happens(0.35)),
        community: place.code,
        point: { lng: round6(point.lng), lat: round6(point.lat) },
        address: `${chance.pick(lanes)}${1 + chance.below(98)}号${kind.stall ? '旁' : ''}（演示）`,
        phone: null,
        hours: hoursOf(chance, kind.hours),
        creditCode: null,
        unlicensedReason: licensed ? null : '流动小修小补，未办执照（演示）',
        facts: { cash: fact(chance, 0.75), stepFree: fact(chance, kind.stall ? 0.85 : 0.45), seats: fact(chance, kind.seats), staffed: fact(chance, 0.8) },
        verifiedDaysAgo: chance.happens(0.7) ? sometimesLong(chance.below(120)) : null,
      };
    });
  });
};

/** One in five was not looked at for more than half a year: there is something to confirm. */
const sometimesLong = (days: number): number => (days < 24 ? days + 190 : days);

const round6 = (x: number) => Math.round(x * 1e6) / 1e6;
const lanes = ['东巷', '西巷', '南巷', '北巷', '中巷', '前街', '后街', '市场路', '小区门口', '文化路'];
const fronts = ['福', '顺', '兴', '和', '安', '康', '祥', '丰', '盛', '隆', '鑫', '美', '佳', '宏', '春', '德', '百', '惠', '万', '金'];
const backs = ['源', '达', '旺', '家', '缘', '来', '泰', '乐', '味', '园', '利', '邻', '居', '升', '辉', '民', '城', '满', '瑞', '诚'];

const nameOf = (chance: Chance, names: readonly string[], used: Set<string>): string => {
  for (;;) {
    const name = `${chance.pick(fronts)}${chance.pick(backs)}${chance.pick(names)}`;
    if (!used.has(name)) {
      used.add(name);
      return name;
    }
  }
};

/** A third of the facts were never looked at: unknown is not no. */
const fact = (chance: Chance, yes: number): Fact => (chance.happens(0.3) ? 'unknown' : chance.happens(yes) ? 'yes' : 'no');

const hoursOf = (chance: Chance, [open, close]: readonly [number, number]): WeekHours | null => {
  if (chance.happens(0.06)) return null;
  const from = open + 30 * (chance.below(3) - 1);
  const to = Math.min(1440, close + 30 * (chance.below(3) - 1));
  const midday = chance.happens(0.15) && to - from > 360;
  const day = midday ? [{ from, to: 720 }, { from: 840, to }] : [{ from, to }];
  const rest = chance.happens(0.2) ? chance.below(7) : -1;
  return Array.from({ length: 7 }, (_, i) => (i === rest ? [] : day.filter((span) => span.from < span.to)));
};
