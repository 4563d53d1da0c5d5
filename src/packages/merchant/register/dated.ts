/** The parts of hours that depend on the date, as they are switched on and off in the form; and what is still missing in them. */
import { problemsOfDated } from '../../../../domain/dated-hours';
import { errorOf } from '../../../../types/errors';
import type { DatedHours } from '../../../../types/contract/shared';
import type { Form } from './form';

export type Dated = Pick<Form, 'dated' | 'aside'>;
type Part = keyof DatedHours;

export const put = <P extends Part>({ dated, aside }: Dated, part: P, value: DatedHours[P]): Dated => ({ dated: { ...dated, [part]: value }, aside });
/** As it was when it was switched off; at first as `usual`. */
export const switchOn = <P extends Part>(of: Dated, part: P, usual: NonNullable<DatedHours[P]>): Dated => put(of, part, of.dated?.[part] ?? of.aside?.[part] ?? usual);
export const switchOff = ({ dated, aside }: Dated, part: Part): Dated => ({ dated: { ...dated, [part]: undefined }, aside: { ...aside, [part]: dated?.[part] ?? aside?.[part] } });

/** One sentence, or none. An empty day is one that was not picked yet. */
export function problemOfDated(dated: DatedHours | undefined): string | undefined {
  const { market, closed } = dated ?? {};
  if (closed && closed.until === '') return '请选暂停营业到哪一天；不暂停就点「不停」。';
  if (closed?.from !== undefined && closed.from > closed.until) return '暂停营业的第一天不能晚于最后一天。';
  if (market?.days.length === 0) return '请选逢几是集；不逢集就点「和平时一样」。';
  const problem = dated && problemsOfDated(dated);
  if (!problem) return undefined;
  return problem === 'hours_inverted' ? '关门时间要晚于开门时间。过了半夜才关的，请点「开到第二天」。' : errorOf(problem).say;
}
