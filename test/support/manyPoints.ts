/** A reply of `outlet.points` with as many outlets as a map takes: in the streets of a town rather than evenly, one building with several, every state. */
import { packPoints, type MapPoint } from '../../domain/map-points';
import { project, unproject } from '../../domain/geometry';
import { chanceFrom } from '../../local/demo/random';
import { demoPlaces, walking } from '../../rules';
import { gcj02, metres } from '../../types/units';
import type { OpenState, PointsFound } from '../../types/contract/outlet';
import { nanyuan } from './world';

const centre = demoPlaces.communities.find(({ code }) => code === nanyuan)!;
const middle = project(gcj02(centre.lng, centre.lat));
const block = 150;
const states: readonly OpenState[] = [{ state: 'open', until: '21:00' }, { state: 'open', until: '18:30' }, { state: 'closed', opens: { day: '明天', at: '07:00' } }, { state: 'unknown' }];

/** The nearest first, as the server gives them. `building`: how many of them stand in one spot, 60 m east of the centre. */
export const manyPoints = (count: number, building = 5): MapPoint[] => {
  const chance = chanceFrom(2000);
  const spots = Array.from({ length: building }, () => ({ x: 60, y: 0 }));
  while (spots.length < count) {
    const along = (chance.next() - 0.5) * 5200;
    const street = Math.round(((chance.next() - 0.5) * 5200) / block) * block + (chance.next() - 0.5) * 16;
    const spot = chance.happens(0.5) ? { x: along, y: street } : { x: street, y: along };
    if (Math.hypot(spot.x, spot.y) <= 3000) spots.push(spot);
  }
  spots.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
  return spots.map(({ x, y }, i) => ({
    id: chance.uuid(), name: `第${i + 1}家小店`, format: ['早餐店', '维修点', '便利店', '药店'][i % 4]!, point: unproject({ x: metres(middle.x + x), y: metres(middle.y + y) }),
    open: states[i % states.length]!, doubted: i % 23 === 22, demo: true,
  }));
};

export const foundPoints = (points: readonly MapPoint[], more: boolean): PointsFound => ({
  origin: { name: '南苑社区', point: { lng: centre.lng, lat: centre.lat }, status: '演示' }, asOf: new Date().toISOString(), radius: 3000, more,
  ...packPoints(points, centre), walking: { detour: walking.detour, metresPerMinute: { normal: 60, slow: 45, cart: 40 } },
});
