/**
 * Units and coordinates that must not be mixed up. A brand costs nothing at run time; it makes
 * `metres + minutes`, or a WGS-84 position where a GCJ-02 one is meant, a type error.
 */
declare const unit: unique symbol;
type Branded<T, Name extends string> = T & { readonly [unit]: Name };

export type Metres = Branded<number, 'm'>;
export type Minutes = Branded<number, 'min'>;
export type MetresPerMinute = Branded<number, 'm/min'>;
/** An instant in UTC, ISO 8601 with `Z`. The calendar (days, weeks) is always Asia/Shanghai. */
export type Instant = Branded<string, 'instant'>;
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = Branded<string, 'day'>;

/** What WeChat's `chooseLocation` and `<Map>` speak: the shifted system used by Chinese maps. */
export type Gcj02Point = Branded<{ readonly lng: number; readonly lat: number }, 'gcj02'>;
/** What a GPS receiver, and so an H5 browser, speaks. */
export type Wgs84Point = Branded<{ readonly lng: number; readonly lat: number }, 'wgs84'>;

/** Baidu’s own shift of the above. */
export type Bd09Point = Branded<{ readonly lng: number; readonly lat: number }, 'bd09'>;

export const metres = (n: number) => n as Metres;
export const minutes = (n: number) => n as Minutes;
export const metresPerMinute = (n: number) => n as MetresPerMinute;
export const instant = (iso: string) => iso as Instant;
export const day = (ymd: string) => ymd as Day;
export const gcj02 = (lng: number, lat: number) => ({ lng, lat }) as Gcj02Point;
export const wgs84 = (lng: number, lat: number) => ({ lng, lat }) as Wgs84Point;
export const bd09 = (lng: number, lat: number) => ({ lng, lat }) as Bd09Point;
