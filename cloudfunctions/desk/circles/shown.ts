/** Figures and circles of the sheet as the contract shows them. */
import { figureNote, figureWords } from '../../../domain/figures/words';
import { missingOf, type CircleNeeds, type CircleType, type PlaceFigures, type Sheet } from '../../../domain/figures/sheet';
import type { PlaceKind } from '../../../domain/figures/definitions';
import { shanghaiDay } from '../../../domain/calendar';
import { circleLateDays } from '../../../domain/work-plan';
import type { CircleLine, CircleNeedsShown, Overview, RulesShown, ShownFigure } from '../../../types/contract/circles';
import type { RuleHead, TableForm } from '../../../types/rules';
import { refuse } from '../../runtime/refusal';
import type { Read } from './facts';

export const placeOf = (sheet: Sheet, kind: PlaceKind, id: string): PlaceFigures => sheet.places.find((place) => place.kind === kind && place.id === id) ?? refuse('unknown_place');

export const shownFigure = (sheet: Sheet, place: PlaceFigures, code: string): ShownFigure => {
  const definition = sheet.definitions.find((one) => one.code === code) ?? refuse('not_found');
  const value = place.figures[code] ?? refuse('not_found');
  return { code, name: definition.name, text: figureWords(value, definition), note: figureNote(value), known: value.kind !== 'unknown' };
};

export const satisfactionShown = ({ rows, cells }: Read, place: 'circle' | 'district', id?: string): Overview['satisfaction'] => {
  const row = rows.released.find((one) => one.place === place && (id === undefined || one.id === id));
  return row ? { release: row.release, round: row.round, title: row.title, at: row.at, kind: row.kind, demo: row.demo, cell: cells.get(`${place} ${row.id}`)! } : null;
};

/** `most`: how many candidates are named for each lack. */
export const circleLine = (read: Read, sheet: Sheet, type: CircleType, most?: number): CircleLine => {
  const { facts, rows } = read;
  const circle = rows.circles.find(({ id }) => id === type.circle)!;
  const place = placeOf(sheet, 'circle', circle.id);
  const names = new Map(facts.communities.map(({ code, name }) => [code, name]));
  const outlets = place.figures['outlets'];
  return {
    id: circle.id, name: circle.name, state: circle.state, due: circle.due, dueText: circle.dueText, lateDays: circleLateDays(circle.due, circle.state, shanghaiDay(facts.at)), targets: [...circle.clauses],
    reached: type.reached, possible: type.possible, target: type.target, toward: type.toward, missing: missingOf(facts, type, most),
    score: { low: type.evaluated.low, high: type.evaluated.high }, scoreUnknown: type.evaluated.unknown,
    basic: { there: type.basic.there, of: type.basic.of }, quality: { there: type.quality.there, of: type.quality.of },
    satisfaction: satisfactionShown(read, 'circle', circle.id),
    communities: circle.communities.map((code) => ({ code, name: names.get(code) ?? code })),
    population: shownFigure(sheet, place, 'population'), outlets: outlets?.kind === 'number' ? outlets.value : 0, checked: shownFigure(sheet, place, 'checked'),
  };
};

export const needsShown = (of: CircleNeeds | null): CircleNeedsShown | null => (of === null ? null : { ...of, needs: of.needs.map((need) => ({ ...need })) });

export const rulesShown = ({ facts }: Read, kinds: readonly ('plan' | 'formats' | 'classification' | 'evaluation')[]) =>
  kinds.map((kind) => {
    const { title, version, status, source }: RuleHead = facts[kind].body;
    return { kind, title, version, status, source };
  });

export const formShown = (form: TableForm | undefined): RulesShown['tables'][number]['form'] => (form ? { file: form.file, source: form.source, status: form.status } : null);
