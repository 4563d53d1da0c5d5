/**
 * Every figure that a page, a table or a report shows of a place: its name, unit, formula and source. Whoever shows one takes it from the sheet
 * (sheet.ts), by its code, so two tables can't differ; whoever asks what it means gets this.
 */
import type { Format } from '../../types/rules';
import { definitions as shares } from '../indicators';
import { enteredFields } from './entered';

export type PlaceKind = 'community' | 'circle' | 'street' | 'district';
export interface FigureDefinition {
  readonly code: string;
  readonly name: string;
  /** '%': a share of 0 … 1, shown times 100. '': a text. */
  readonly unit: string;
  readonly formula: string;
  /** Where what it is made of comes from. */
  readonly source: string;
  /** Which of it is counted. */
  readonly filter: string;
  /** The rule files it depends on, by kind. */
  readonly rules: readonly string[];
  readonly of: readonly PlaceKind[];
}

const everywhere: readonly PlaceKind[] = ['community', 'circle', 'street', 'district'];
const areas: readonly PlaceKind[] = ['circle', 'street', 'district'];
const onMap = '图上的、没有关的网点';
const outletSource = '网点名单（登记、普查、核实）';
const verified = '图上的、没有关的、工作人员核实过的网点；一店多能，一家给每种业态各算一次';

const outletFigures: readonly FigureDefinition[] = [
  { code: 'outlets', name: '网点总数', unit: '家', formula: '网点个数，一家算一次', source: outletSource, filter: onMap, rules: [], of: everywhere },
  { code: 'outlets-basic', name: '基本保障类网点', unit: '家', formula: '自己的业态属于基本保障类的网点，一家算一次', source: outletSource, filter: onMap, rules: ['formats', 'classification'], of: everywhere },
  { code: 'outlets-quality', name: '品质提升类网点', unit: '家', formula: '自己的业态属于品质提升类的网点，一家算一次', source: outletSource, filter: onMap, rules: ['formats', 'classification'], of: everywhere },
  { code: 'outlets-chain', name: '连锁网点', unit: '家', formula: '连锁的网点个数；不清楚是不是连锁的不算', source: outletSource, filter: onMap, rules: [], of: everywhere },
  { code: 'multi', name: '一店多能的网点', unit: '%', formula: '至少还提供一种别的业态的服务的网点 ÷ 网点总数', source: outletSource, filter: onMap, rules: ['formats'], of: everywhere },
  { code: 'papers', name: '有证照或见证的网点', unit: '%', formula: '填了统一社会信用代码，或社区见证还有效的网点 ÷ 网点总数', source: outletSource, filter: onMap, rules: [], of: everywhere },
];

const formatFigures: readonly FigureDefinition[] = [
  { code: 'basic-there', name: '基本保障类达标数', unit: '种', formula: '有核实过的网点的基本保障类业态的种数', source: outletSource, filter: verified, rules: ['formats', 'classification', 'inventory'], of: everywhere },
  { code: 'basic-of', name: '基本保障类应有数', unit: '种', formula: '分型规则里的基本保障类业态的种数', source: '分型规则', filter: '', rules: ['classification'], of: everywhere },
  { code: 'quality-there', name: '品质提升类达标数', unit: '种', formula: '有核实过的网点的品质提升类业态的种数', source: outletSource, filter: verified, rules: ['formats', 'classification', 'inventory'], of: everywhere },
  { code: 'quality-of', name: '品质提升类应有数', unit: '种', formula: '分型规则里的品质提升类业态的种数', source: '分型规则', filter: '', rules: ['classification'], of: everywhere },
  { code: 'complete', name: '业态齐全率', unit: '%', formula: '（基本保障类达标数 + 品质提升类达标数）÷ 两类应有数；还有未核的，写最低到最高', source: outletSource, filter: verified, rules: ['formats', 'classification'], of: everywhere },
  { code: 'layout', name: '社区覆盖率', unit: '%', formula: '每个社区 × 每种基本保障类业态为一格，有核实过的网点的格 ÷ 全部格；还有未核的，写最低到最高', source: outletSource, filter: verified, rules: ['formats', 'classification'], of: areas },
  { code: 'checked', name: '清点完成率', unit: '%', formula: '每个社区 × 每种分型业态为一格，标了已核、没有过期的格 ÷ 全部格', source: '街道的清点', filter: '已核，没有过期', rules: ['classification', 'inventory'], of: everywhere },
];

const circleFigures: readonly FigureDefinition[] = [
  { code: 'number', name: '编号', unit: '', formula: '方案里的顺序', source: '方案 二', filter: '', rules: ['plan'], of: ['circle'] },
  { code: 'streets', name: '所属街道', unit: '', formula: '圈内社区所在的街道', source: '统计用区划代码', filter: '', rules: ['plan', 'divisions'], of: ['circle'] },
  { code: 'community-names', name: '覆盖社区名称', unit: '', formula: '圈内的社区', source: '统计用区划代码；圈和社区的对应待核', filter: '', rules: ['plan', 'divisions'], of: ['circle'] },
  { code: 'type', name: '“有没有”分型结果', unit: '', formula: '按分型规则，由核实过的业态定的类型；未核的不算没有，也不算有', source: outletSource, filter: verified, rules: ['formats', 'classification', 'inventory'], of: ['circle'] },
  { code: 'target', name: '目标类型', unit: '', formula: '方案给圈内各街道定的类型；不止一个的取高的', source: '方案 二', filter: '', rules: ['plan'], of: ['circle'] },
  { code: 'missing', name: '缺项清单', unit: '', formula: '离目标类型还差的业态；已达到目标的，写离下一类型', source: outletSource, filter: '待核实、未核、没有分开写', rules: ['formats', 'classification', 'inventory'], of: ['circle'] },
  { code: 'score', name: '“好不好”得分', unit: '分', formula: '按评价规则加权，满分 100；还有不知道的项时写最低到最高', source: '评价规则里列的各数', filter: '', rules: ['evaluation'], of: ['circle'] },
  { code: 'state', name: '建设状态', unit: '', formula: '专班记的：规划、建设中、已建成、已验收', source: '专班', filter: '', rules: [], of: ['circle'] },
  { code: 'satisfaction', name: '居民满意度', unit: '%', formula: '最近一次最终发布的数（没有最终的，取最近的中期数）；怎么算见那一轮的方法', source: '问卷发布', filter: '发布时封存的答卷', rules: ['method'], of: ['circle', 'district'] },
  { code: 'satisfaction-low', name: '满意度区间下限', unit: '%', formula: '同一次发布的 95% 区间的下限；自愿参与的没有区间', source: '问卷发布', filter: '发布时封存的答卷', rules: ['method'], of: ['circle', 'district'] },
  { code: 'satisfaction-high', name: '满意度区间上限', unit: '%', formula: '同一次发布的 95% 区间的上限；自愿参与的没有区间', source: '问卷发布', filter: '发布时封存的答卷', rules: ['method'], of: ['circle', 'district'] },
  { code: 'satisfaction-verdict', name: '满意度结论', unit: '', formula: '整个区间不低于目标为达到，都低于为未达到，目标在区间里为还不能判断', source: '问卷发布', filter: '发布时封存的答卷', rules: ['method'], of: ['circle', 'district'] },
  { code: 'satisfaction-source', name: '答卷来源', unit: '', formula: '抽样或自愿参与', source: '问卷发布', filter: '', rules: ['method'], of: ['circle', 'district'] },
  { code: 'satisfaction-n', name: '满意度答卷数', unit: '份', formula: '同一次发布里算进去的答卷', source: '问卷发布', filter: '发布时封存的答卷', rules: ['method'], of: ['circle', 'district'] },
];

const askedSource = '“有什么、缺什么”问卷的发布';
const needFigures = (formats: readonly Format[]): FigureDefinition[] => [
  { code: 'needs-n', name: '“有什么、缺什么”答卷数', unit: '份', formula: '最近一次最终发布（没有最终的，取最近的中期）算进去的答卷', source: askedSource, filter: '发布时封存的答卷', rules: ['method'], of: ['circle'] },
  ...formats.flatMap(({ code, name }): FigureDefinition[] => [
    { code: `lack.${code}`, name: `${name}：说没有或不够的`, unit: '%', formula: '（说没有的 + 说有但不够或不好的）÷ 说得清的；不加权，说得清的太少就不列', source: askedSource, filter: '发布时封存的答卷', rules: ['method', 'formats'], of: ['circle'] },
    { code: `want.${code}`, name: `${name}：最想补的`, unit: '%', formula: '第一心愿 3 分、第二 2 分、第三 1 分，总分 ÷（3 × 答卷数）', source: askedSource, filter: '发布时封存的答卷', rules: ['method', 'formats'], of: ['circle'] },
  ]),
];

const districtFigures: readonly FigureDefinition[] = [
  { code: 'name', name: '名称', unit: '', formula: '地方的名称', source: '方案、统计用区划代码', filter: '', rules: [], of: everywhere },
  { code: 'communities', name: '覆盖社区', unit: '个', formula: '社区个数；一个社区在两个圈里，各圈都算，全区只算一次', source: '统计用区划代码；圈和社区的对应待核', filter: '', rules: ['plan', 'divisions'], of: areas },
  { code: 'circles', name: '生活圈数', unit: '个', formula: '有本地社区的圈；跨街道的圈各街道都算，全区只算一次', source: '方案 二', filter: '', rules: ['plan'], of: ['street', 'district'] },
  { code: 'built-communities', name: '已建成的圈覆盖的社区', unit: '%', formula: '已建成或已验收的圈里的社区 ÷ 全部社区', source: '专班记的建设状态；统计用区划代码', filter: '已建成、已验收', rules: ['plan', 'divisions'], of: ['street', 'district'] },
  { code: 'built-population', name: '已建成的圈覆盖的人口', unit: '%', formula: '已建成或已验收的圈里的社区的常住人口 ÷ 全部社区的常住人口；有社区没填人口就不算', source: '街道填的常住人口', filter: '已建成、已验收', rules: ['plan', 'divisions'], of: ['street', 'district'] },
];

/** A coverage target of the plan → the figure that it is held against. */
export const figureOfTarget: Readonly<Record<string, string>> = { 覆盖凉州城区社区: 'built-communities', 覆盖凉州城区人口: 'built-population' };

/** `freshDays` of the rules of upkeep; `levels` the types of the classification. */
export const figureDefinitions = ({ formats, levels, freshDays }: { formats: readonly Format[]; levels: readonly string[]; freshDays: number }): readonly FigureDefinition[] => [
  ...districtFigures,
  ...levels.map((name): FigureDefinition => ({ code: `circles.${name}`, name: `${name}生活圈数`, unit: '个', formula: `分型结果是${name}的圈；跨街道的圈各街道都算，全区只算一次`, source: outletSource, filter: verified, rules: ['formats', 'classification', 'inventory'], of: ['street', 'district'] })),
  ...circleFigures,
  ...needFigures(formats),
  ...formatFigures,
  ...outletFigures,
  ...shares(freshDays).map(({ code, name, formula, source }): FigureDefinition => ({ code, name, unit: '%', formula, source, filter: onMap, rules: ['upkeep'], of: everywhere })),
  ...formats.map(({ code, name }): FigureDefinition => ({ code: `format.${code}`, name, unit: '家', formula: `${name}的网点，带这种服务的也算（一店多能）；一家也没有、又没有清点完的，不写 0`, source: outletSource, filter: onMap, rules: ['formats'], of: everywhere })),
  ...enteredFields.map(({ code, name, unit, of, kind }): FigureDefinition => ({
    code, name, unit, source: of === 'circle' ? '专班填的' : '街道填的，各有来源和日期', filter: '每个社区日期最新的一次', rules: [],
    formula: kind === 'words' ? '照填的' : '各社区加起来；有社区没填就不算，写还差哪几个', of: of === 'circle' ? ['circle'] : everywhere,
  })),
];
