/** What this paper is: of which time, of which snapshot, and what it must not be taken for. */
import { fullDateTime } from '../../calendar';
import { say, mutter, type Block } from '../blocks';
import type { ReportGiven } from '../given';

const month = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;

export const reportTitle = '凉州区一刻钟便民生活圈建设工作总结报告';

export const head = ({ snapshot, plan, rules }: ReportGiven): Block[] => {
  const [from, to] = [plan.phases.map((phase) => phase.from).sort()[0], plan.phases.map((phase) => phase.to).sort().at(-1)];
  const examples = rules.filter(({ status }) => status === '示例').map(({ title, version }) => `${title}（${version}）`);
  return [
    { kind: 'title', text: reportTitle },
    { kind: 'subtitle', text: `快照「${snapshot.name}」 · 数截至 ${fullDateTime(snapshot.at)}` },
    ...(snapshot.demo ? [say('这是用演示数据做的样子，里面的数不是真实情况，不能上报。')] : []),
    ...(from && to ? [say(`方案的实施时间是 ${month(from)}至${month(to)}（方案 五）。报告里的数是上面那个时刻的数，以后的变化不在里面。`)] : []),
    ...(examples.length > 0 ? [say(`${examples.join('、')}是示例，不是正式标准：由它们得出的类型、得分和缺项只供试算。`)] : []),
    mutter(`快照指纹（SHA-256）：${snapshot.hash}`),
  ];
};
