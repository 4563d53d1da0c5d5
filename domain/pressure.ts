/**
 * 「有人要求我怎么填」: what is counted of it, what is shown of it, and who is named to receive it.
 *
 * P1 A community counts at most `mostCounted` reports a day. Fifty already mean: go there today. What comes after them would tell
 *    nothing more, and without an end a flood of made-up identities could fill the table. The database holds the same number (lz.pressure_most).
 * P2 Fewer than `leastShown` reports of a community and day are shown as 「有」: how many there were could tell who was at home.
 * P3 At `mostCounted` the figure is shown as that many or more.
 * P4 Who receives is one line, a name and then a telephone number: 「武威市商务局 0935-1234567」. Nothing, or blank, names nobody.
 */
export const mostCounted = 50;
export const leastShown = 5;

export interface ShownReports {
  /** Null: there were some, fewer than `leastShown`. */
  readonly count: number | null;
  /** It may have been more. */
  readonly orMore: boolean;
}

export const shownReports = (reports: number): ShownReports => ({ count: reports < leastShown ? null : Math.min(reports, mostCounted), orMore: reports >= mostCounted });

export interface Oversight { readonly name: string; readonly phone: string }

const line = /^(\S.{0,38}\S)\s+(\+?\d[\d-]{1,18}\d)$/u;

/** Null where nobody is named; `undefined` where the line can't be read. */
export const readOversight = (text: string | undefined): Oversight | null | undefined => {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return null;
  const [, name, phone] = line.exec(trimmed) ?? [];
  return name === undefined || phone === undefined ? undefined : { name, phone };
};
