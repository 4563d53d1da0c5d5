/** Stalls of the demonstration's markets, by rule and marked 演示. Each keeps the hours of its market. */
import { readHoursText } from '../../domain/hours-text';
import { project, unproject } from '../../domain/geometry';
import type { MarketRules } from '../../types/rules';
import { gcj02, metres } from '../../types/units';
import type { DemoOutlet } from './outlets';
import type { Chance } from './random';

interface Stall { readonly name: string; readonly format: string; readonly services: readonly string[] }
const stalls: Readonly<Record<string, readonly Stall[]>> = {
  morning: [
    { name: '鲜菜摊', format: 'greengrocer', services: ['vegetables'] }, { name: '豆腐摊', format: 'greengrocer', services: ['vegetables'] }, { name: '油条豆浆摊', format: 'breakfast', services: ['breakfast-serving'] },
    { name: '面皮摊', format: 'breakfast', services: ['breakfast-serving'] }, { name: '磨刀摊', format: 'repair', services: ['knife-sharpening'] }, { name: '修鞋配钥匙摊', format: 'repair', services: ['shoe-repair', 'key-cutting'] },
  ],
  fair: [
    { name: '农家菜摊', format: 'greengrocer', services: ['vegetables'] }, { name: '农具日杂摊', format: 'supermarket', services: [] }, { name: '修伞磨刀摊', format: 'repair', services: ['umbrella-repair', 'knife-sharpening'] },
  ],
  night: [
    { name: '烤羊肉串摊', format: 'restaurant', services: [] }, { name: '酿皮摊', format: 'restaurant', services: [] }, { name: '套圈摊', format: 'leisure', services: [] }, { name: '手机贴膜摊', format: 'repair', services: ['phone-repair'] },
  ],
  street: [],
};

export const demoStalls = (chance: Chance, { markets }: MarketRules, community: string): DemoOutlet[] =>
  markets.flatMap(({ id, kind, place, hours }) => {
    if (!place) return [];
    const read = hours && readHoursText(hours.text);
    const known = read?.ok ? read : { hours: null, dated: null };
    const centre = project(gcj02(place.lng, place.lat));
    return (stalls[kind] ?? []).map(({ name, format, services }, at): DemoOutlet => {
      const point = unproject({ x: metres(centre.x + (at % 4) * 6), y: metres(centre.y + Math.floor(at / 4) * 6) });
      return {
        id: chance.uuid(), name, format, services, community, market: id, point: { lng: Math.round(point.lng * 1e6) / 1e6, lat: Math.round(point.lat * 1e6) / 1e6 },
        address: place.address, phone: null, hours: known.hours, ...(known.dated ? { dated: known.dated } : {}), creditCode: null, unlicensedReason: '集市里的摊位（演示）',
        facts: { cash: 'yes', stepFree: 'yes', seats: 'unknown', staffed: 'yes' }, verifiedDaysAgo: 10,
      };
    });
  });
