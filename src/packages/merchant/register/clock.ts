/** Times of day in the form: minutes since midnight, below 1440. As an end, 0 is 24:00. */
export interface TimeProps {
  readonly label: string;
  readonly minutes: number;
  /** An end: 0 says 24:00. */
  readonly closing?: boolean;
  readonly onChange: (minutes: number) => void;
}

/** 510 → 08:30. */
export const clock = (minutes: number): string => `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** 08:30 → 510; null where there is no time. */
export function minutesOf(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/.exec(text) ?? [];
  return hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59 ? null : Number(hour) * 60 + Number(minute);
}

/** Every quarter of an hour, and `kept` where it lies between; as an end, 24:00 comes last. */
export function steps(kept: number, closing: boolean): number[] {
  const all = [...new Set([...Array.from({ length: 96 }, (_, at) => at * 15), kept])].sort((a, b) => a - b);
  return closing ? [...all.filter((step) => step !== 0), 0] : all;
}
