/** What an import tells the person at the terminal. */
import type { CensusOutput } from './importCensus';
import type { CommunitiesOutput } from './importCommunities';
import type { ImportOutput } from './importOutlets';
import type { Problem } from '../../domain/census-list/parse';

interface Refused { readonly problems: readonly Problem[]; readonly rows: number }

const refusedLines = ({ problems, rows }: Refused): string[] => [
  ...problems.map(({ line, heading, reason }) => `第 ${line} 行「${heading}」：${reason}`),
  `共 ${rows} 行，有问题的 ${new Set(problems.map(({ line }) => line)).size} 行，一行也没有导入。请改好后再导入一次。`,
];
const noteLines = (notes: readonly string[]): string[] => notes.map((note) => `提示：${note}`);

export const reportLines = (output: ImportOutput): string[] => {
  if (output.loaded === null) return [...noteLines(output.notes), ...refusedLines(output)];
  const { added, updated, unchanged, kept } = output.loaded;
  return [
    ...noteLines(output.notes),
    `导入完成：新增 ${added}，更新 ${updated}，未变 ${unchanged}，保留 ${kept.length}。`,
    ...(kept.length > 0 ? ['保留的网点在导入后核实过或改过，没有用表里的内容覆盖：', ...kept.map(({ line, name, differs }) => `  第 ${line} 行 ${name}（表里不同的有：${differs.join('、')}）`)] : []),
    ...(added + updated > 0 ? ['新增和更新的网点还没有核实，页面上不显示核实日期。'] : []),
  ];
};

export const communityReportLines = (output: CommunitiesOutput): string[] => {
  if (output.loaded === null) return [...noteLines(output.notes), ...refusedLines(output)];
  const { changed, unchanged, withoutCentre } = output.loaded;
  return [
    ...noteLines(output.notes),
    `导入完成：更新 ${changed} 个社区，未变 ${unchanged} 个。`,
    ...(withoutCentre.length > 0 ? [`还有 ${withoutCentre.length} 个社区没有中心点，那里的居民要自己选出发点：${withoutCentre.join('、')}。`] : []),
  ];
};

export const censusReportLines = (output: CensusOutput): string[] => {
  if (output.loaded === null) return [...noteLines(output.notes), ...refusedLines(output)];
  const { added, version, status, verified, hash, communities, adults, missing } = output.loaded;
  return [
    ...noteLines(output.notes),
    `${added ? '导入完成' : '这一版已经导入过，内容相同，没有改动'}：人口表「${version}」，${communities} 个社区，成年人 ${adults} 名。状态：${status}，${verified ? '核实过' : '没有核实'}。`,
    `哈希 ${hash}`,
    ...(missing.length > 0 ? [`表里没有的社区（${missing.length} 个，问到它们的轮次不能用这张表）：${missing.join('、')}。`] : []),
    ...(status === '演示' ? ['注意：这是演示用的数，用它加权的结果旁边都会写明不是真实人口。'] : []),
    `轮次文件里写 "census": "${version}" 就按这张表加权。`,
  ];
};
