/** What a report is made of, before it is laid out: headings, texts, tables and charts. A number in it knows which figure of which place it is. */
import type { CellRef } from '../tables';

/** A piece of text; with `ref` it is a figure, and leads to what it means. `link`: an address of the system's pages. */
export interface Span { readonly text: string; readonly ref?: CellRef; readonly link?: string; readonly strong?: boolean }
export type Spans = readonly Span[];
export interface Chart {
  readonly title: string;
  readonly form: 'bar' | 'line';
  /** `%`: values are shares of 0 … 1. */
  readonly unit: string;
  readonly categories: readonly string[];
  /** Null: not known, and left out of the picture. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[]; /** How far each may be off; null: not known. */ readonly intervals?: readonly ({ readonly low: number; readonly high: number } | null)[] }[];
}
export type Block =
  | { readonly kind: 'title' | 'subtitle'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly spans: Spans; readonly mute?: boolean }
  | { readonly kind: 'item'; readonly spans: Spans }
  /** `widths`: how the columns share the line. */
  | { readonly kind: 'table'; readonly headings: readonly string[]; readonly rows: readonly (readonly Spans[])[]; readonly widths: readonly number[] }
  | { readonly kind: 'chart'; readonly chart: Chart };

export const words = (text: string): Spans => [{ text }];
export const say = (text: string): Block => ({ kind: 'text', spans: words(text) });
export const mutter = (text: string): Block => ({ kind: 'text', spans: words(text), mute: true });
export const item = (text: string): Block => ({ kind: 'item', spans: words(text) });

const spansOf = (block: Block): Spans =>
  (block.kind === 'text' || block.kind === 'item' ? block.spans : block.kind === 'table' ? block.rows.flat(2) : []);
/** Every figure that is named, each once, in the order in which it comes. */
export const refsOf = (blocks: readonly Block[]): CellRef[] =>
  [...new Map(blocks.flatMap(spansOf).flatMap(({ ref }) => (ref ? [[`${ref.code} ${ref.kind} ${ref.id}`, ref] as const] : []))).values()];
