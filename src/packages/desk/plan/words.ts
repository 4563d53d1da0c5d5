/** What the page of tasks says. Pure. */
import { taskStateWords } from '../../../../domain/work-plan';
import type { WorkPlan, TaskNote } from '../../../../types/contract/workPlan';
import type { Tone } from '../../../components/Tag';

export const stateTag: Readonly<Record<TaskNote['state'], { readonly text: string; readonly tone: Tone }>> = {
  going: { text: taskStateWords.going, tone: 'plain' }, done: { text: taskStateWords.done, tone: 'brand' }, stuck: { text: taskStateWords.stuck, tone: 'amber' },
};

export type Thing = WorkPlan['calendar'][number]['things'][number];
const kindWords: Readonly<Record<Thing['kind'], string>> = {
  phaseBegins: '阶段开始', phaseEnds: '阶段结束', circleDue: '应当建成', roundOpens: '调查开始', roundCloses: '调查截止', release: '发布结果',
};
/** Things of one day and kind stand in one line: 31日 应当建成 东大街生活圈、西大街生活圈 */
export const linesOf = (things: readonly Thing[]): { readonly key: string; readonly text: string; readonly demo: boolean }[] => {
  const lines = new Map<string, { day: string; kind: Thing['kind']; names: string[]; demo: boolean }>();
  for (const { day, kind, name, demo } of things) {
    const key = `${day} ${kind} ${demo}`;
    const line = lines.get(key) ?? { day, kind, names: [], demo };
    line.names.push(name);
    lines.set(key, line);
  }
  return [...lines].map(([key, { day, kind, names, demo }]) => ({ key, demo, text: `${Number(day.slice(8))}日 ${kindWords[kind]}：${names.join('、')}` }));
};

/** 2024-12 → 2024年12月 */
export const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
export const dayWords = (day: string): string => `${monthWords(day)}${Number(day.slice(8, 10))}日`;

/** At most so many names, and how many in all. */
export const someNames = (names: readonly string[], most = 4): string => (names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等 ${names.length} 家`);
