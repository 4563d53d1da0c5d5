/** What the states of the inventory are called, and how its numbers are said. */
import { shanghaiDay } from '../../../../domain/calendar';
import { percent } from '../../../../domain/figures/words';
import type { Tone } from '../../../components/Tag';
import { writtenBy } from '../words';
import type { CheckStateName, Indicators, InventoryCell } from '../../../../types/contract/inventory';

export const states: readonly { readonly code: CheckStateName; readonly text: string; readonly hint: string }[] = [
  { code: 'checked', text: '已核', hint: '整个社区走遍了，这种网点有的都在名单里' },
  { code: 'partial', text: '部分', hint: '只走了一部分，或只看了材料' },
  { code: 'unchecked', text: '未核', hint: '还没有去看；标错了也选这个' },
];
export const stateWord = (state: CheckStateName): string => states.find(({ code }) => code === state)?.text ?? '';

/** W1 Due comes first: a mark that is too old says nothing any more. */
export const tagOf = ({ state, due }: Pick<InventoryCell, 'state' | 'due'>): { readonly text: string; readonly tone: Tone } =>
  due ? { text: '要复核', tone: 'amber' } : { text: stateWord(state), tone: state === 'checked' ? 'brand' : state === 'partial' ? 'amber' : 'plain' };

/** W2 3 家 · 没有 · 还不知道 */
export const findingWord = ({ finding, listed }: Pick<InventoryCell, 'finding' | 'listed'>): string => (finding === 'there' ? `${listed} 家` : finding === 'gap' ? '没有' : '还不知道');
export const verifiedWord = ({ listed, verified }: Pick<InventoryCell, 'listed' | 'verified'>): string => (listed === 0 ? '' : `核实 ${verified}`);

/** W3 Who looked, as what, when, and what was noted. */
export const markWords = ({ mark, state }: InventoryCell): string => {
  if (mark === null) return '还没有人标过。';
  const who = writtenBy(mark);
  return `${shanghaiDay(Date.parse(mark.at))} ${who}标为${stateWord(state)}${mark.note ? `：${mark.note}` : '。'}`;
};

/** W4 62.5 % of 8, never without its n; nothing to be a share of: 还没有. */
export const figureWords = ({ share }: Indicators['whole']['fresh']): string => (share === null ? '还没有' : percent(share));
export const countWords = ({ yes, n, unknown }: Indicators['whole']['fresh']): string => `${n === 0 ? '0 家里' : `${n} 家里 ${yes} 家`}${unknown > 0 ? `，另有 ${unknown} 家不清楚` : ''}`;

/** W5 How far a street has got: cells are counted once, and one that is due again is not checked. */
export const checkedOf = (cells: readonly Pick<InventoryCell, 'state' | 'due'>[]): number => cells.filter(({ state, due }) => state === 'checked' && !due).length;
export const tallyWords = (cells: readonly Pick<InventoryCell, 'state' | 'due'>[]): string => {
  const due = cells.filter((cell) => cell.due).length;
  const partial = cells.filter((cell) => cell.state === 'partial' && !cell.due).length;
  const unchecked = cells.filter(({ state }) => state === 'unchecked').length;
  return `${cells.length} 格里已核 ${checkedOf(cells)}${partial > 0 ? `，部分 ${partial}` : ''}${due > 0 ? `，要复核 ${due}` : ''}，未核 ${unchecked}。`;
};
