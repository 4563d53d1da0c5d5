/** What a report is made of: a snapshot, and the versions of the rules that it was computed by. Nothing of today. */
import type { CellRef } from '../tables';
import type { FigureDefinition, PlaceKind } from '../figures/definitions';
import type { Frozen } from '../figures/record';
import type { FigureValue, PlaceFigures } from '../figures/sheet';
import { figureNote, figureWords } from '../figures/words';
import type { ClassificationRules, FormatRules, PlanRules, RuleHead, WorkPlanRules } from '../../types/rules';
import type { Spans } from './blocks';

export interface ReportGiven {
  readonly snapshot: { readonly name: string; /** ISO. */ readonly at: string; /** Hexadecimal. */ readonly hash: string; readonly demo: boolean };
  readonly sheet: Frozen;
  readonly plan: PlanRules;
  readonly classification: ClassificationRules;
  readonly formats: FormatRules;
  /** Null: the snapshot is from before tasks were frozen with it. */
  readonly workPlan: WorkPlanRules | null;
  /** Every rule the figures rest on, by `Sheet.rules`. */
  readonly rules: readonly RuleHead[];
  /** The page of the system that says what a figure means. */
  readonly linkOf: (ref: CellRef) => string;
}
/** For a place whose number is told in several places of a report. */
export type Told = Pick<ReportGiven, 'sheet'>;

export const placesOf = ({ sheet }: Told, kind: PlaceKind): PlaceFigures[] => sheet.places.filter((place) => place.kind === kind);
export const district = (given: Told): PlaceFigures => placesOf(given, 'district')[0]!;
export const definitionOf = ({ sheet }: Told, code: string): FigureDefinition => {
  const found = sheet.definitions.find((one) => one.code === code);
  if (!found) throw new Error(`the sheet has no figure ${code}`);
  return found;
};
export const valueOf = (place: PlaceFigures, code: string): FigureValue => place.figures[code] ?? { kind: 'unknown', why: '没有这个数' };
const refOf = (place: PlaceFigures, code: string): CellRef => ({ code, kind: place.kind, id: place.id });

/** A figure in words, as pages and tables have it. */
export const figure = (given: Told, place: PlaceFigures, code: string): Spans => [{ text: figureWords(valueOf(place, code), definitionOf(given, code)), ref: refOf(place, code) }];
/** And what stands beside it. */
export const figureWithNote = (given: Told, place: PlaceFigures, code: string): Spans => {
  const note = figureNote(valueOf(place, code));
  return [...figure(given, place, code), ...(note === '' ? [] : [{ text: `（${note}）` }])];
};
/** 东大街生活圈 → 东大街, where everything is a circle. */
export const shortName = (name: string): string => name.replace(/生活圈$/, '') || name;
