/** What the numbers rest on: rules with their sources, and how to read what is not known. */
import { item, words, type Block } from '../blocks';
import type { ReportGiven } from '../given';

export const basis = ({ rules, plan, sheet }: ReportGiven): Block[] => [
  { kind: 'heading', level: 1, text: '数从哪里来' },
  item('每个数都来自这个快照，和系统里的页面、五张统计表用的是同一处定义和算法。点数字，可以打开系统里这个数的说明；各数怎么算，列在最后的「数字出处」。'),
  item('写「不知道」的，是现在没有依据的数，不是 0。写成一个范围的，是还有没核实的，真数在这个范围里。'),
  item('「有」只算工作人员核实过的网点；没有清点过的业态写「未核」，不当作没有。'),
  item('满意度只用已经发布的结果，连同答卷数、来源和区间。抽样的才有区间和结论；自愿参与的不作判断。'),
  ...(plan.circles.some(({ communitiesStatus }) => communitiesStatus === '待核') ? [item('生活圈和社区的对应待核：方案只写了街道和圈名，圈里有哪些社区是项目建议的。')] : []),
  ...(sheet.record === undefined ? [item('这个快照定得早，没有一起定下任务的进展、项目和历次发布：这些部分写「没有」。')] : []),
  { kind: 'table', headings: ['依据', '版本', '状态', '来源'], widths: [4, 3, 2, 9], rows: rules.map(({ title, version, status, source }) => [words(title), words(version), words(status), words(source)]) },
];
