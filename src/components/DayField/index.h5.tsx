import type { DayProps } from './props';
import '../Field/index.scss';
import './index.scss';

/** A day, by the browser's own calendar. */
export function DayField({ label, day, first, onChange }: DayProps) {
  return <input className='lz-field__input lz-day' type='date' aria-label={label} value={day} min={first} onChange={(event) => onChange(event.target.value)} />;
}
