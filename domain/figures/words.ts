/** A figure as it is read: its number with its unit, or why there is none. */
import type { FigureDefinition } from './definitions';
import type { FigureValue } from './sheet';

/** To a tenth of a percent; all but whole is not 100 %, all but none not 0 %. */
export const percent = (share: number) => `${(share === 0 || share === 1 ? share * 100 : Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10))).toFixed(1)}%`;
const plain = (value: number) => String(Math.round(value * 100) / 100);

export const figureWords = (value: FigureValue, { unit }: Pick<FigureDefinition, 'unit'>): string => {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'unknown') return '不知道';
  if (value.shown !== undefined) return value.shown;
  if (unit === '%') return value.upTo === undefined ? percent(value.value) : `${percent(value.value)}–${percent(value.upTo)}`;
  if (value.upTo !== undefined) return `${Math.round(value.value)}–${Math.round(value.upTo)} ${unit}`;
  return `${unit === '分' ? Math.round(value.value) : plain(value.value)} ${unit}`.trim();
};

/** 0–20%：from where to where a figure is scored. */
export const rangeWords = ({ from, to }: { readonly from: number; readonly to: number }, { unit }: Pick<FigureDefinition, 'unit'>): string =>
  (unit === '%' ? `${plain(from * 100)}–${plain(to * 100)}%` : `${plain(from)}–${plain(to)} ${unit}`.trim());

/** What stands beside it: of how many, how sure; or why it is not known. */
export const figureNote = (value: FigureValue): string => (value.kind === 'unknown' ? value.why : value.kind === 'number' ? value.note ?? '' : '');
