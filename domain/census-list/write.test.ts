import fc from 'fast-check';
import { divisions, formats } from '../../rules';
import type { Span } from '../../types/contract/shared';
import type { OutletFields } from '../../types/outletFields';
import { problemsOfHours } from '../hours';
import { differingColumns } from './compare';
import { asPlainText, columns, fromPlainText, type Column } from './columns';
import { parseOutlets } from './parse';
import { tableOf } from './table';
import { cellsOf, communityNames } from './write';

const names = { formats, community: communityNames(divisions) };
const fact = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
const spans = fc.constantFrom<Span[]>([], [{ from: 0, to: 1440 }], [{ from: 480, to: 720 }, { from: 840, to: 1110 }], [{ from: 1080, to: 120, overnight: true }]);
const text = (least: number, most: number) => fc.string({ minLength: least, maxLength: most, unit: fc.constantFrom('面', '馆', '=', '+', '-', '@', "'", '1', 'a', '，') }).filter((one) => one.trim() === one);
const outlet: fc.Arbitrary<OutletFields> = fc.record({
  name: text(2, 12).filter((name) => /[面馆1a]/.test(name)), format: fc.constantFrom(...formats.formats.map(({ code }) => code)), services: fc.uniqueArray(fc.constantFrom(...formats.services.map(({ code }) => code)), { maxLength: 5 }),
  community: fc.constantFrom(...divisions.streets.flatMap(({ communities }) => communities.map(({ code }) => code))), point: fc.record({ lng: fc.double({ min: 102.6, max: 102.68, noNaN: true }), lat: fc.double({ min: 37.9, max: 37.96, noNaN: true }) }),
  address: text(1, 20), phone: fc.constantFrom(null, '13800000000', '0935-2212345'), hours: fc.option(fc.array(spans, { minLength: 7, maxLength: 7 }).filter((week) => problemsOfHours(week) === null)), creditCode: fc.constantFrom(null, '92620602MA0000015G'),
  unlicensedReason: fc.option(text(1, 20)), facts: fc.record({ cash: fact, stepFree: fact, seats: fact, staffed: fact }), chain: fc.constantFrom('chain' as const, 'independent' as const, 'unknown' as const),
}).chain((fields) => fc.record({ fields: fc.constant(fields), brand: fields.chain === 'chain' ? fc.option(text(1, 10)) : fc.constant(null) })).map(({ fields, brand }) => ({ ...fields, brand }));

test('S1 what is written is read back as the same outlet, whatever it says', () => {
  fc.assert(fc.property(outlet, (fields) => {
    const cells = cellsOf(fields, names);
    const shown = Object.keys(columns) as Column[];
    const { outlets, problems } = parseOutlets(tableOf([{ line: 1, cells: shown.map((column) => columns[column]) }, { line: 2, cells: shown.map((column) => cells[column] ?? '') }], '网点名称'), { formats, divisions });
    expect(problems).toEqual([]);
    expect(differingColumns(fields, outlets[0]!.fields)).toEqual([]);
  }), { numRuns: 300 });
});

test('S2 nothing that is written begins like a formula, and every text comes back', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", 'a', '＝') }), (any) => !/^[=+\-@＝＋－＠]/.test(asPlainText(any)) && fromPlainText(asPlainText(any)) === any));
});
