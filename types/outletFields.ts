/** What somebody says about an outlet, whoever it is: a merchant's form, a row of a census list, a generated one. */
import type { DatedHours, Facts, WeekHours } from './contract/shared';

export type Chain = 'chain' | 'independent' | 'unknown';

export interface OutletFields {
  readonly name: string;
  readonly format: string;
  readonly services: readonly string[];
  readonly community: string;
  readonly point: { readonly lng: number; readonly lat: number };
  readonly address: string;
  readonly phone: string | null;
  readonly hours: WeekHours | null;
  /** What the week can't say; absent: nothing. */
  readonly dated?: DatedHours;
  /** The market that its stall stands in; absent: nobody was asked, and it stays where it is. */
  readonly market?: string | null;
  readonly creditCode: string | null;
  readonly unlicensedReason: string | null;
  readonly facts: Facts;
  /** Absent: nobody was asked, as on last month's phones. */
  readonly chain?: Chain;
  /** Of a chain alone. */
  readonly brand?: string | null;
}
