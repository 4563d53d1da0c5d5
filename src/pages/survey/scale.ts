/** The order in which answers stand. */
import type { Option, Question } from '../../../types/rules';

/**
 * For a random half the scale runs the other way, so that its direction sways nothing: from 很不满意 to 非常满意. Only scales turn
 * round; 不清楚、没用过 stays last.
 */
export function shownOptions({ options = [] }: Question, reversed: boolean): readonly Option[] {
  const onScale = options.filter(({ score }) => typeof score === 'number');
  return reversed && onScale.length > 1 ? [...onScale.reverse(), ...options.filter(({ score }) => typeof score !== 'number')] : options;
}
