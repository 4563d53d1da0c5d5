/** A picture of figures, and the same figures as a table below it: both from the same values, so they can't differ. */
import type { PlaceFigures } from '../figures/sheet';
import { words, type Block } from './blocks';
import { definitionOf, figure, shortName, valueOf, type Told } from './given';

export interface Charted { readonly title: string; readonly unit: string; readonly places: readonly PlaceFigures[]; readonly codes: readonly { readonly code: string; readonly name: string; /** Codes of its interval's ends. */ readonly between?: readonly [string, string] }[] }

export const charted = (given: Told, { title, unit, places, codes }: Charted): Block[] => {
  const numberOf = (place: PlaceFigures, code: string) => { const value = valueOf(place, code); return value.kind === 'number' ? value.value : null; };
  const intervalOf = (place: PlaceFigures, [from, to]: readonly [string, string]) => { const [low, high] = [numberOf(place, from), numberOf(place, to)]; return low === null || high === null ? null : { low, high }; };
  const series = codes.map(({ code, name, between }) => ({ name, values: places.map((place) => numberOf(place, code)), ...(between ? { intervals: places.map((place) => intervalOf(place, between)) } : {}) }));
  const table: Block = {
    kind: 'table', headings: ['生活圈', ...codes.map(({ code, name }) => (definitionOf(given, code).unit === '%' ? name : `${name}（${unit}）`))], widths: [3, ...codes.map(() => 2)],
    rows: places.map((place) => [words(shortName(place.name)), ...codes.map(({ code }) => figure(given, place, code))]),
  };
  const drawn = series.some(({ values }) => values.some((value) => value !== null));
  return [...(drawn ? [{ kind: 'chart', chart: { title, form: 'bar', unit, categories: places.map(({ name }) => shortName(name)), series } } as const] : []), table];
};
