/**
 * 分型（有没有）: which formats a circle has, what type that makes it, and what is missing for the next one.
 *
 * S1 有: an open, listed and verified outlet of the circle carries the format, by its own format or by a service that counts as one (一店多能).
 *    有，待核实: there are some, none of them verified. 没有: every community of the circle was checked, the marks hold, and there is none.
 *    未核: anything else. Unknown is not missing.
 * S2 A type is reached where the basic and the quality formats with 有 are at least its numbers, each that it requires is among them, its least
 *    score is reached for certain, and so is the type that it includes.
 * S3 `reached` is the highest type that is reached by what is certain; `possible` the highest that would be if everything 待核实 and 未核 were there.
 * S4 What is missing for a type is a number of formats of each class beyond those that it requires; where it could only be these, they are named.
 *    Of the candidates those stand first that need least: 待核实 (go and verify), 未核 (go and look), 没有 (bring one).
 */
import type { ClassificationLevel, ClassificationRules } from '../types/rules';

export type Presence = 'there' | 'unverified' | 'unchecked' | 'none';
/** Of one format in one circle. `checked`: in every community, and no mark is due. */
export interface Found { readonly verified: number; readonly listed: number; readonly checked: boolean }

export const presenceOf = ({ verified, listed, checked }: Found): Presence => (verified > 0 ? 'there' : listed > 0 ? 'unverified' : checked ? 'none' : 'unchecked');

/** Formats of one class, or one that is required, of which `more` are still wanted. Most promising candidates first. */
export interface Lack { readonly kind: 'basic' | 'quality' | 'required'; readonly more: number; readonly candidates: readonly { readonly format: string; readonly presence: Exclude<Presence, 'there'> }[] }
/** What a score is known to lie between, 0 … 100. */
export interface Score { readonly low: number; readonly high: number }
export interface Classified {
  /** Null: not even the first. */
  readonly reached: string | null;
  readonly possible: string | null;
  readonly basic: Tally;
  readonly quality: Tally;
}
export interface Tally { readonly there: number; readonly unverified: number; readonly unchecked: number; readonly none: number; readonly of: number }

type Presences = ReadonlyMap<string, Presence>;
const of = (presences: Presences, format: string): Presence => presences.get(format) ?? 'unchecked';
const isThere = (presence: Presence) => presence === 'there';
const mayBe = (presence: Presence) => presence !== 'none';

/** Lowest first. The rule was checked (classificationProblems), so each includes one that exists and none itself. */
export const levelsInOrder = ({ levels }: Pick<ClassificationRules, 'levels'>): ClassificationLevel[] => {
  const height = (level: ClassificationLevel): number => {
    const below = level.includes === null ? undefined : levels.find(({ name }) => name === level.includes);
    return below ? 1 + height(below) : 0;
  };
  return [...levels].sort((a, b) => height(a) - height(b));
};

const holds = (level: ClassificationLevel, rules: ClassificationRules, presences: Presences, counts: (presence: Presence) => boolean, score: number | null): boolean => {
  const has = (format: string) => counts(of(presences, format));
  return rules.basic.filter(has).length >= level.minBasic && rules.quality.filter(has).length >= level.minQuality && level.requires.every(has)
    && (level.minScore === null || (score !== null && score >= level.minScore));
};
const highest = (rules: ClassificationRules, test: (level: ClassificationLevel) => boolean): string | null => {
  const order = levelsInOrder(rules);
  const holding = new Set<string>();
  for (const level of order) if (test(level) && (level.includes === null || holding.has(level.includes))) holding.add(level.name);
  return [...order].reverse().find(({ name }) => holding.has(name))?.name ?? null;
};
const tallyOf = (formats: readonly string[], presences: Presences): Tally => {
  const count = (wanted: Presence) => formats.filter((format) => of(presences, format) === wanted).length;
  return { there: count('there'), unverified: count('unverified'), unchecked: count('unchecked'), none: count('none'), of: formats.length };
};

/** `score` null: there is none; a type that asks for one is then not reached. */
export const classify = (rules: ClassificationRules, presences: Presences, score: Score | null): Classified => ({
  reached: highest(rules, (level) => holds(level, rules, presences, isThere, score?.low ?? null)),
  possible: highest(rules, (level) => holds(level, rules, presences, mayBe, score?.high ?? 100)),
  basic: tallyOf(rules.basic, presences),
  quality: tallyOf(rules.quality, presences),
});

/** The type after `reached`; null where it is the highest. */
export const nextLevel = (rules: ClassificationRules, reached: string | null): ClassificationLevel | null => {
  const order = levelsInOrder(rules);
  return order[reached === null ? 0 : order.findIndex(({ name }) => name === reached) + 1] ?? null;
};

const effort: Readonly<Record<Exclude<Presence, 'there'>, number>> = { unverified: 0, unchecked: 1, none: 2 };

/** What keeps a circle from a type, with all that the types below it ask. Empty where formats do not stand in the way. */
export const lacksFor = (rules: ClassificationRules, type: string, presences: Presences): Lack[] => {
  const chain: ClassificationLevel[] = [];
  for (let level = rules.levels.find(({ name }) => name === type); level; level = rules.levels.find(({ name }) => name === level.includes)) chain.push(level);
  const open = (formats: readonly string[]) => formats.flatMap((format) => {
    const presence = of(presences, format);
    return presence === 'there' ? [] : [{ format, presence }];
  }).sort((a, b) => effort[a.presence] - effort[b.presence]);
  const required = open([...new Set(chain.flatMap(({ requires }) => requires))]);
  const classLack = (kind: 'basic' | 'quality', list: readonly string[], least: number): Lack[] => {
    const there = list.filter((format) => isThere(of(presences, format))).length;
    const comingAnyway = required.filter(({ format }) => list.includes(format)).length;
    const more = least - there - comingAnyway;
    return more <= 0 ? [] : [{ kind, more, candidates: open(list).filter(({ format }) => !required.some((one) => one.format === format)) }];
  };
  return [
    ...(required.length > 0 ? [{ kind: 'required' as const, more: required.length, candidates: required }] : []),
    ...classLack('basic', rules.basic, Math.max(0, ...chain.map(({ minBasic }) => minBasic))),
    ...classLack('quality', rules.quality, Math.max(0, ...chain.map(({ minQuality }) => minQuality))),
  ];
};

const todo: Readonly<Record<Exclude<Presence, 'there'>, string>> = { unverified: '有，待核实', unchecked: '未核', none: '没有' };
const kindWord = { required: '必备业态', basic: '基本保障类', quality: '品质提升类' } as const;

/**
 * 「必备业态差 1 项：维修点（没有）」; what nobody verified or looked for is not missing but 没核清, and said apart. `most`: how many candidates are named.
 */
export const lackWords = ({ kind, more, candidates }: Lack, nameOf: (format: string) => string, most = 6): string => {
  const named = (some: Lack['candidates']) => `${some.slice(0, most).map(({ format, presence }) => `${nameOf(format)}（${todo[presence]}）`).join('、')}${some.length > most ? `等 ${some.length} 项` : ''}`;
  const [missing, open] = [candidates.filter(({ presence }) => presence === 'none'), candidates.filter(({ presence }) => presence !== 'none')];
  if (candidates.length > more) return open.length === 0 ? `${kindWord[kind]}差 ${more} 项，可从这些里补：${named(missing)}` : `${kindWord[kind]}还要 ${more} 项，可从这些里核实或补：${named(candidates)}`;
  return [...(missing.length > 0 ? [`差 ${missing.length} 项：${named(missing)}`] : []), ...(open.length > 0 ? [`还有 ${open.length} 项没核清：${named(open)}`] : [])].map((words, i) => (i === 0 ? `${kindWord[kind]}${words}` : words)).join('，');
};

/** What is wrong with a rule file, a sentence each; `known`: the formats of the catalogue with their names, `wanted`: the types that the plan names. */
export const classificationProblems = (rules: ClassificationRules, known: ReadonlyMap<string, string>, wanted: readonly string[]): string[] => {
  const problems: string[] = [];
  const { basic, quality, levels } = rules;
  const named = (format: string) => known.get(format) ?? format;
  const everywhere = [...basic, ...quality, ...levels.flatMap(({ requires }) => requires)];
  for (const format of new Set(everywhere)) if (!known.has(format)) problems.push(`业态「${format}」不在业态目录里。`);
  for (const format of twice([...basic, ...quality])) problems.push(`业态「${named(format)}」列了两次。`);
  for (const name of twice(levels.map((level) => level.name))) problems.push(`类型「${name}」列了两次。`);
  for (const { name, minBasic, minQuality, requires, includes } of levels) {
    if (minBasic > basic.length) problems.push(`「${name}」要 ${minBasic} 种基本保障类业态，名单里只有 ${basic.length} 种。`);
    if (minQuality > quality.length) problems.push(`「${name}」要 ${minQuality} 种品质提升类业态，名单里只有 ${quality.length} 种。`);
    for (const format of requires) if (known.has(format) && !basic.includes(format) && !quality.includes(format)) problems.push(`「${name}」的必备业态「${named(format)}」不在两类名单里。`);
    if (includes !== null && !levels.some((level) => level.name === includes)) problems.push(`「${name}」包含的「${includes}」没有定义。`);
  }
  const circular = levels.find((level) => inCycle(level, levels));
  if (circular) problems.push(`类型互相包含，绕成了圈：${inCycle(circular, levels)!.join(' → ')}。`);
  for (const name of wanted) if (!levels.some((level) => level.name === name)) problems.push(`方案要求的「${name}」没有定义。`);
  return problems;
};

const twice = (list: readonly string[]) => [...new Set(list.filter((one, i) => list.indexOf(one) !== i))];
const inCycle = (from: ClassificationLevel, levels: readonly ClassificationLevel[]): string[] | null => {
  const path = [from.name];
  for (let at: ClassificationLevel | undefined = from; at && at.includes !== null; at = levels.find(({ name }) => name === at.includes)) {
    path.push(at.includes);
    if (at.includes === from.name) return path;
    if (path.length > levels.length) return null;
  }
  return null;
};
