/** The plan's coverage targets: what was to be reached by when, what it is now, over what it is counted. */
import { figureOfTarget } from '../../figures/definitions';
import { percent } from '../../figures/words';
import { words, type Block } from '../blocks';
import { definitionOf, district, figure, figureWithNote, valueOf, type ReportGiven } from '../given';

export const coverage = (given: ReportGiven): Block[] => {
  const whole = district(given);
  const targets = given.plan.coverage.flatMap((target) => { const code = figureOfTarget[target.name]; return code === undefined ? [] : [{ ...target, code }]; });
  return [
    { kind: 'heading', level: 1, text: '覆盖目标' },
    {
      kind: 'text',
      spans: [{ text: '全区 ' }, ...figure(given, whole, 'circles'), { text: '生活圈，' }, ...figure(given, whole, 'communities'), { text: '社区。' },
        ...given.classification.levels.flatMap(({ name }, i) => [{ text: `${i === 0 ? '按现在核实的情况，' : '，'}达到${name}的 ` }, ...figure(given, whole, `circles.${name}`)]), { text: '。' }],
    },
    {
      kind: 'table', headings: ['方案的目标', '要求', '到什么时候', '现在', '结论'], widths: [4, 3, 3, 5, 2],
      rows: targets.map(({ name, atLeast, by, code }) => {
        const value = valueOf(whole, code);
        return [words(name), words(`${percent(atLeast)} 以上`), words(by), figureWithNote(given, whole, code), words(value.kind !== 'number' ? '不知道' : value.value >= atLeast ? '达到' : '未达到')];
      }),
    },
    ...targets.map(({ name, code }): Block => ({ kind: 'text', mute: true, spans: words(`${name}：${definitionOf(given, code).formula}。分母来源：${definitionOf(given, code).source}。`) })),
  ];
};
