/** What the pages of circles say: acts, presence, what more is possible. Pure. */
import type { CircleActName, CircleLine } from '../../../../types/contract/circles';
import type { Tone } from '../../../components/Tag';

export const actWords: Readonly<Record<CircleActName, string>> = {
  start: '开始建设', finish: '建成了', accept: '验收通过', unstart: '退回「规划」', unfinish: '退回「建设中」', unaccept: '退回「已建成」',
};

export type Presence = 'there' | 'unverified' | 'unchecked' | 'none';
export const presenceTag: Readonly<Record<Presence, { readonly text: string; readonly tone: Tone }>> = {
  there: { text: '有', tone: 'brand' }, unverified: { text: '待核实', tone: 'amber' }, unchecked: { text: '未核', tone: 'plain' }, none: { text: '没有', tone: 'red' },
};

/** What more might be there, where not everything was checked. */
export const possibleWords = ({ reached, possible }: Pick<CircleLine, 'reached' | 'possible'>): string | null => (possible === null || possible === reached ? null : `待核实、未核的都有的话，可到${possible}`);

export const scoreText = ({ score: { low, high } }: { readonly score: { readonly low: number; readonly high: number } }): string => (Math.round(low) === Math.round(high) ? `${Math.round(low)}` : `${Math.round(low)}–${Math.round(high)}`);

/** 宣武市医院生活圈 → 宣武市医院 */
export const shortCircle = (name: string): string => name.replace(/生活圈$/, '');

export const lateWords = ({ lateDays, dueText }: Pick<CircleLine, 'lateDays' | 'dueText'>): string => (lateDays === null ? `${dueText}建成` : `应${dueText}建成，过了 ${lateDays} 天`);
