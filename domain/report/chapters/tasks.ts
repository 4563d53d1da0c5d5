/** The plan's tasks: who said what of each, and which are late. Only what departments and streets wrote themselves. */
import { shanghaiDay } from '../../calendar';
import { lateTasks, partiesOf, taskStateWords } from '../../work-plan';
import { say, words, type Block } from '../blocks';
import { placesOf, type ReportGiven } from '../given';

export const tasks = (given: ReportGiven): Block[] => {
  const { workPlan, sheet: { record, at }, plan } = given;
  const start: Block[] = [{ kind: 'heading', level: 1, text: '方案的任务' }];
  if (!workPlan || !record) return [...start, say('这个快照没有一起定下任务的进展，所以这里没有内容。请定一个新快照再出报告。')];
  const streets = placesOf(given, 'street').map(({ id, name }) => ({ code: id, name }));
  const late = lateTasks(workPlan, plan.phases, streets, record.workPlan.told, shanghaiDay(at));
  const notesOf = (task: (typeof workPlan.tasks)[number]) =>
    partiesOf(workPlan, task, streets).flatMap((party) => record.workPlan.told.filter((note) => note.task === task.code && note.department === party.department && note.street === party.street).map((note) => ({ ...note, name: party.name })));
  return [
    ...start,
    say('进展照各部门、各街道自己写的抄录，没有改动；没有写的就是没有写，不等于没有做。'),
    {
      kind: 'table', headings: ['任务', '依据', '应在何时以前', '说办完了的', '拖期'], widths: [7, 4, 4, 3, 3],
      rows: workPlan.tasks.map((task) => {
        const [all, done] = [partiesOf(workPlan, task, streets).length, notesOf(task).filter(({ state }) => state === 'done').length];
        const overdue = late.find((one) => one.task === task.code);
        return [task.title, task.clause, plan.phases.find(({ name }) => name === task.phase)?.to ?? '没有写', `${done}/${all}`, overdue ? `${overdue.days} 天` : '没有'].map(words);
      }),
    },
    ...workPlan.tasks.flatMap((task): Block[] => {
      const notes = notesOf(task);
      if (notes.length === 0) return [];
      return [{ kind: 'heading', level: 2, text: task.title }, ...notes.map(({ name, state, day, text }): Block => ({ kind: 'item', spans: [{ text: `${name}（${taskStateWords[state]}，${day}）`, strong: true }, { text: `：${text}` }] }))];
    }),
    ...(record.workPlan.told.length === 0 ? [say('到这个快照为止，还没有一个部门或街道写过进展。')] : []),
  ];
};
