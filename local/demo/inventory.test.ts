import { demoPlaces, formats, inventory, plan } from '../../rules';
import { chainOf } from './chains';
import { demoMarks } from './inventory';
import { demoOutlets } from './outlets';
import { chanceFrom } from './random';

const marks = demoMarks(plan, formats);
/** Of all cells of a circle, those marked so and not due again. */
const share = (circle: string, state: string) => {
  const { communities } = plan.circles.find(({ id }) => id === circle)!;
  const marked = marks.filter((mark) => communities.includes(mark.community) && mark.state === state && mark.daysAgo <= inventory.recheckDays);
  return marked.reduce((sum, mark) => sum + mark.formats.length, 0) / (communities.length * formats.formats.length);
};

test('one circle is checked nearly whole, one about half, and most not at all', () => {
  expect(share('xidajie', 'checked')).toBeGreaterThan(0.9);
  expect(share('xidajie', 'partial')).toBeGreaterThan(0);
  expect(share('dongdajie', 'checked')).toBeGreaterThan(0.35);
  expect(share('dongdajie', 'checked')).toBeLessThan(0.65);
  expect(plan.circles.filter(({ id }) => share(id, 'checked') === 0)).toHaveLength(plan.circles.length - 2);
});

test('one mark is due again, none is doubled, and each says 演示', () => {
  expect(marks.some(({ daysAgo }) => daysAgo > inventory.recheckDays)).toBe(true);
  const cells = marks.flatMap((mark) => mark.formats.map((format) => `${mark.community} ${format}`));
  expect(new Set(cells).size).toBe(cells.length);
  expect(marks.filter(({ note }) => !note.includes('演示'))).toEqual([]);
});

test('some outlets belong to an invented chain, more do not, and of some it is not known', () => {
  const chance = chanceFrom(7);
  const told = demoOutlets(chanceFrom(1), { plan, formats, places: demoPlaces }, 100).map(({ format }) => chainOf(chance, format));
  const n = (chain: string) => told.filter((one) => one.chain === chain).length;
  expect(n('chain')).toBeGreaterThan(told.length * 0.1);
  expect(n('independent')).toBeGreaterThan(n('chain'));
  expect(n('unknown')).toBeGreaterThan(0);
  expect(told.filter(({ chain, brand }) => (chain === 'chain') !== (brand?.startsWith('示例') ?? false))).toEqual([]);
});
