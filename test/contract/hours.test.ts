/** Hours that depend on the date: registered, listed, filtered and shown; and the filter in SQL held to the rules of domain/. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { dayNumber, minuteOfDay } from '../../domain/almanac';
import { isOpenAt, toldOfDay, type OpeningHours } from '../../domain/dated-hours';
import { anyHours } from '../../domain/hours-arbitraries';
import { minuteOfWeek } from '../../domain/calendar';
import { almanacOf } from '../../domain/almanac';
import { lunarDate } from '../../domain/lunar';
import { outletColumns } from '../../database/outletRow';
import { openThen } from '../../database/queries/outlets';
import { formats, holidays } from '../../rules';
import type { DatedHours } from '../../types/contract/shared';
import { codeOf, draft, nanyuan, newId, noon, openWorld, valueOf, type World } from '../support/world';

const almanac = almanacOf(holidays, lunarDate);
const origin = { kind: 'community' as const, code: nanyuan };
let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const listed = async (name: string, dated: DatedHours | undefined) => {
  const id = newId();
  valueOf(await world.call('noodles', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name, ...(dated ? { dated } : {}) }) }));
  return valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null })).outlet!;
};
const openNow = async () => valueOf(await world.call('elder', 'outlet.nearby', { origin, openNow: true })).items.map(({ name }) => name).sort();
const stateOf = async (id: string) => valueOf(await world.call('elder', 'outlet.detail', { id })).outlet.open;

test('what a merchant says of holidays, market days and a pause is listed, filtered and shown', async () => {
  const ids = {
    always: await listed('常开面馆', undefined),
    rests: await listed('过节休息面馆', { holidays: 'closed' }),
    paused: await listed('装修面馆', { closed: { until: '2026-12-03', reason: '装修' } }),
    market: await listed('逢集面馆', { market: { calendar: 'lunar', days: [10], spans: [{ from: 360, to: 900 }] } }),
  };
  expect(await openNow()).toEqual(['常开面馆', '过节休息面馆', '逢集面馆']);
  expect(await stateOf(ids.paused)).toMatchObject({ state: 'closed', because: '暂停营业到12月3日（装修）', opens: { day: '12月4日' } });
  expect(await stateOf(ids.market)).toEqual({ state: 'open', until: '15:00' });

  world.setNow(new Date('2026-11-18T06:30:00Z')); // 14:30 of the tenth day of a lunar month
  expect(await openNow()).toEqual(['逢集面馆']);

  world.setNow(new Date('2027-01-01T04:00:00Z'));
  expect(await openNow()).toEqual(['常开面馆', '装修面馆', '逢集面馆']);
  expect(await stateOf(ids.rests)).toMatchObject({ state: 'closed', because: '元旦休息', opens: { day: '明天' } });
  expect(await stateOf(ids.always)).toMatchObject({ state: 'open', unsure: '元旦' });
  expect(valueOf(await world.call('elder', 'outlet.detail', { id: ids.rests })).outlet).toMatchObject({ dated: { holidays: 'closed' }, holidaysUntil: 2026 });
});

test.each([
  ['inverted hours of a holiday', { holidays: [{ from: 900, to: 600 }] }, 'hours_inverted'],
  ['the 31st of a lunar month', { market: { calendar: 'lunar', days: [31], spans: [{ from: 360, to: 900 }] } }, 'market_days'],
  ['a pause that ends before it begins', { closed: { from: '2026-12-03', until: '2026-12-01' } }, 'closed_days'],
] as [string, DatedHours, string][])('refused: %s', async (_, dated, code) => {
  expect(codeOf(await world.call('noodles', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft({ dated }) }))).toBe(code);
});

test('D10 of any hours and moment, the filter in SQL says what domain/dated-hours says', async () => {
  const base = draft();
  const columns = ({ week, dated }: OpeningHours) => {
    const { hours, dated: kept, open_week } = outletColumns({ ...base, hours: week, ...(dated ? { dated } : {}) }, formats);
    return { hours, dated: kept, open_week };
  };
  const moment = fc.integer({ min: Date.parse('2025-12-28T00:00:00Z') / 60_000, max: Date.parse('2027-02-25T00:00:00Z') / 60_000 }).map((minute) => minute * 60_000);
  await fc.assert(fc.asyncProperty(fc.array(anyHours, { minLength: 40, maxLength: 40 }), moment, async (all, ms) => {
    const today = dayNumber(ms);
    const at = { minuteOfWeek: minuteOfWeek(ms), minuteOfDay: minuteOfDay(ms), today: toldOfDay(almanac(today)), yesterday: toldOfDay(almanac(today - 1)) };
    const rows = JSON.stringify(all.map((hours, i) => { const c = columns(hours); return { i, ...c, hours: JSON.parse(c.hours) as unknown, dated: c.dated && (JSON.parse(c.dated) as unknown) }; }));
    const found = await world.host.database.as('outlet').read((db) => sql<{ i: number; open: boolean }>`
      select i, coalesce(${openThen(at)}, false) as open
      from jsonb_to_recordset(${rows}::jsonb) as t(i int, hours jsonb, dated jsonb, open_week int4multirange) order by i`.execute(db));
    expect(found.rows.map(({ open }) => open)).toEqual(all.map((hours) => isOpenAt(hours, ms, almanac)));
  }), { numRuns: 60 });
});
