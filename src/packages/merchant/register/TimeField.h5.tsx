import { clock, steps, type TimeProps } from './clock';

/** A time of day, by the browser's own list: it takes the keyboard, and says 18:30 in every language. */
export function TimeField({ label, minutes, closing, onChange }: TimeProps) {
  return (
    <select className='reg-time' aria-label={label} value={minutes} onChange={(event) => onChange(Number(event.target.value))}>
      {steps(minutes, closing === true).map((step) => <option key={step} value={step}>{closing && step === 0 ? '24:00' : clock(step)}</option>)}
    </select>
  );
}
