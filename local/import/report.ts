/** What an import tells the person at the terminal. */
import type { ImportOutput } from './importOutlets';

export const reportLines = (output: ImportOutput): string[] => {
  const notes = output.notes.map((note) => `提示:${note}`);
  if (output.loaded === null) {
    const lines = new Set(output.problems.map(({ line }) => line));
    return [
      ...notes,
      ...output.problems.map(({ line, heading, reason }) => `第 ${line} 行「${heading}」:${reason}`),
      `共 ${output.rows} 行,有问题的 ${lines.size} 行,一行也没有导入。请改好后再导入一次。`,
    ];
  }
  const { added, updated, unchanged, kept } = output.loaded;
  return [
    ...notes,
    `导入完成:新增 ${added},更新 ${updated},未变 ${unchanged},保留 ${kept.length}。`,
    ...(kept.length > 0 ? ['保留的网点在导入后核实过或改过,没有用表里的内容覆盖:', ...kept.map(({ line, name, differs }) => `  第 ${line} 行 ${name}(表里不同的有:${differs.join('、')})`)] : []),
    ...(added + updated > 0 ? ['新增和更新的网点还没有核实,页面上不显示核实日期。'] : []),
  ];
};
