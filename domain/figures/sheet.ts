/**
 * The sheet: every figure of every place, made of the facts of one moment. Pages, tables and reports read it and compute nothing, so a number is
 * computed in one place.
 *
 * S1 A place is the set of its communities. Figures of a circle, a street and the district are made of the communities anew, never by adding up
 *    circles or streets, since a community may belong to two circles.
 * S2 A figure is a number, a text, or unknown with a reason. Unknown is never 0.
 * S3 A share over nothing is unknown.
 * S4 A sum of what people entered is known where all communities have an entry; otherwise it says which are missing.
 */
import { classify, lacksFor, lackWords, levelsInOrder, nextLevel, presenceOf, type Classified, type Lack, type Presence } from '../classification';
import { evaluate, type Evaluated } from '../evaluation';
import { figuresOf, sumCounts, type Figure } from '../indicators';
import { judge } from '../inventory';
import { sourceWord, verdictWords } from '../headline';
import { crosscheck, type Crosscheck } from '../needs';
import type { Need } from '../../types/contract/results';
import { enteredFields } from './entered';
import { figureDefinitions, type FigureDefinition, type PlaceKind } from './definitions';
import type { CircleFact, Facts, NeedsFact, OutletGroup } from './facts';

export type FigureValue =
  | { readonly kind: 'number'; readonly value: number; /** The upper end, where it is only known to lie between. */ readonly upTo?: number; /** As it was published, where a rule of its own rounds it. */ readonly shown?: string; readonly note?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown'; readonly why: string };
export interface PlaceFigures { readonly kind: PlaceKind; readonly id: string; readonly name: string; readonly figures: Readonly<Record<string, FigureValue>> }
/** What a circle's figures are made of, for pages that show more than a table can. */
export interface CircleType extends Classified {
  readonly circle: string;
  readonly target: string | null;
  /** The type that `lacks` lead to: the target, or what comes after it; null where there is nothing higher. */
  readonly toward: string | null;
  readonly lacks: readonly Lack[];
  readonly presence: Readonly<Record<string, Presence>>;
  readonly evaluated: Evaluated;
}
/** A released need, held against what was known of the format at the moment of the sheet. */
export interface CheckedNeed extends Need { readonly check: Crosscheck }
export interface CircleNeeds extends Omit<NeedsFact, 'needs'> {
  /** A need of whom fewer knew says nothing but its name. */
  readonly knownAtLeast: number;
  readonly needs: readonly CheckedNeed[];
}
export interface Sheet {
  readonly at: number;
  readonly rules: readonly { readonly kind: string; readonly version: string; readonly title: string; readonly status: string; readonly hash: string }[];
  readonly definitions: readonly FigureDefinition[];
  readonly places: readonly PlaceFigures[];
  readonly circles: readonly CircleType[];
  /** Circles that something was released of; absent in sheets that were frozen before there were such rounds. */
  readonly needs?: readonly CircleNeeds[];
}

const number = (value: number, note?: string): FigureValue => (note === undefined ? { kind: 'number', value } : { kind: 'number', value, note });
const text = (words: string): FigureValue => ({ kind: 'text', text: words });
const unknown = (why: string): FigureValue => ({ kind: 'unknown', why });
const share = (yes: number, of: number, why: string): FigureValue => (of === 0 ? unknown(why) : number(yes / of, `${yes}/${of}`));
/** At least `yes`, and `open` more that nobody knows of. */
const shareBetween = (yes: number, open: number, of: number, why: string): FigureValue =>
  (of === 0 || open === 0 ? share(yes, of, why) : { kind: 'number', value: yes / of, upTo: (yes + open) / of, note: `${yes}/${of}，另有 ${open} 还没有核实` });
export const stateWords = { planned: '规划', building: '建设中', built: '已建成', accepted: '已验收' } as const;
const isBuilt = ({ state }: CircleFact) => state === 'built' || state === 'accepted';

/** What is known of one community: its outlets, how many of each format are listed and verified, what was checked, what was entered. */
interface Here {
  readonly name: string;
  readonly groups: readonly OutletGroup[];
  readonly listed: ReadonlyMap<string, number>;
  readonly verified: ReadonlyMap<string, number>;
  readonly checked: ReadonlySet<string>;
  readonly entered: ReadonlyMap<string, number>;
}
type Index = ReadonlyMap<string, Here>;

const countsAsOf = ({ formats }: Facts) => new Map(formats.body.services.map(({ code, countsAs }) => [code, countsAs]));

const indexed = (facts: Facts): Index => {
  const countsAs = countsAsOf(facts);
  const found = new Map(facts.communities.map(({ code, name }) => [code, { name, groups: [] as OutletGroup[], listed: new Map<string, number>(), verified: new Map<string, number>(), checked: new Set<string>(), entered: new Map<string, number>() }]));
  for (const { place, field, value } of facts.entered) if (value !== null) found.get(place)?.entered.set(field, value);
  for (const group of facts.outlets) {
    const { community, format, services, listed, verified } = group;
    const here = found.get(community);
    if (!here) continue;
    here.groups.push(group);
    for (const one of new Set([format, ...services.flatMap((service) => countsAs.get(service) ?? [])])) {
      here.listed.set(one, (here.listed.get(one) ?? 0) + listed);
      here.verified.set(one, (here.verified.get(one) ?? 0) + verified);
    }
  }
  for (const { community, format, state, at } of facts.marks) {
    const judged = judge({ state, at }, 0, facts.at, facts.recheckDays);
    if (judged.state === 'checked' && !judged.due) found.get(community)?.checked.add(format);
  }
  return found;
};

interface Area { readonly kind: PlaceKind; readonly id: string; readonly name: string; readonly communities: readonly string[] }

export const sheetOf = (facts: Facts): Sheet => {
  const here = indexed(facts);
  const levels = levelsInOrder(facts.classification.body).map(({ name }) => name);
  const definitions = figureDefinitions({ formats: facts.formats.body.formats, levels, freshDays: facts.freshDays });
  const areas: Area[] = [
    { kind: 'district', id: 'district', name: '凉州城区', communities: facts.communities.map(({ code }) => code) },
    ...facts.streets.map(({ code, name }): Area => ({ kind: 'street', id: code, name, communities: facts.communities.filter(({ street }) => street === code).map((one) => one.code) })),
    ...facts.circles.map(({ id, name, communities }): Area => ({ kind: 'circle', id, name, communities })),
    ...facts.communities.map(({ code, name }): Area => ({ kind: 'community', id: code, name, communities: [code] })),
  ];
  const plain = new Map(areas.map((area) => [`${area.kind} ${area.id}`, ofOutlets(facts, area, here)]));
  const circles = facts.circles.map((circle) => typeOf(facts, circle, here, plain.get(`circle ${circle.id}`)!));
  const types = new Map(circles.map((one) => [one.circle, one]));
  const places = areas.map((area): PlaceFigures => {
    const circle = area.kind === 'circle' ? facts.circles.find(({ id }) => id === area.id) : undefined;
    const all: Record<string, FigureValue> = { name: text(area.name), ...plain.get(`${area.kind} ${area.id}`), ...(circle ? ofCircle(facts, circle, types.get(circle.id)!) : {}), ...(area.kind === 'street' || area.kind === 'district' ? ofTerritory(facts, area, types, levels, here) : {}) };
    // what is not defined of this kind of place is not in its row, so that no table can ask for it
    const wanted = definitions.filter(({ of }) => of.includes(area.kind)).map(({ code }): [string, FigureValue] => [code, all[code] ?? unknown('没有这个数')]);
    return { kind: area.kind, id: area.id, name: area.name, figures: Object.fromEntries(wanted) };
  });
  const rules = [facts.plan, facts.formats, facts.classification, facts.evaluation, ...facts.others].map(({ hash, body: { kind, version, title, status } }) => ({ kind, version, title, status, hash }));
  return { at: facts.at, rules, definitions, places, circles, needs: facts.needs.map((of) => checkedNeeds(facts, of, types.get(of.circle)!)) };
};

const sumOver = (communities: readonly string[], of: (code: string) => number) => communities.reduce((sum, code) => sum + of(code), 0);

const presenceIn = (here: Index, communities: readonly string[], format: string): Presence => presenceOf({
  listed: sumOver(communities, (code) => here.get(code)?.listed.get(format) ?? 0),
  verified: sumOver(communities, (code) => here.get(code)?.verified.get(format) ?? 0),
  checked: communities.every((code) => here.get(code)?.checked.has(format)),
});
const isOpen = (presence: Presence) => presence === 'unverified' || presence === 'unchecked';

const ofOutlets = (facts: Facts, { kind, communities, id }: Area, here: Index): Record<string, FigureValue> => {
  const groups = communities.flatMap((code) => here.get(code)?.groups ?? []);
  const { basic, quality } = facts.classification.body;
  const listed = (wanted: (group: (typeof groups)[number]) => boolean) => groups.reduce((sum, group) => sum + (wanted(group) ? group.listed : 0), 0);
  const countsAs = countsAsOf(facts);
  const verifiedIn = (format: string) => sumOver(communities, (code) => here.get(code)?.verified.get(format) ?? 0);
  const there = (formats: readonly string[]) => formats.filter((format) => verifiedIn(format) > 0).length;
  const cells = (wanted: Presence) => sumOver(communities, (code) => basic.filter((format) => presenceIn(here, [code], format) === wanted).length);
  const [basicThere, qualityThere, outlets] = [there(basic), there(quality), listed(() => true)];
  const all = [...basic, ...quality];
  const shares = figuresOf(sumCounts(groups));
  const noOutlet = '图上还没有网点';
  return {
    communities: number(communities.length),
    outlets: number(outlets),
    'outlets-basic': number(listed(({ format }) => basic.includes(format))),
    'outlets-quality': number(listed(({ format }) => quality.includes(format))),
    'outlets-chain': number(groups.reduce((sum, group) => sum + group.chain, 0)),
    multi: share(listed(({ format, services }) => services.some((service) => (countsAs.get(service) ?? format) !== format)), outlets, noOutlet),
    papers: share(groups.reduce((sum, group) => sum + group.papers, 0), outlets, noOutlet),
    fresh: shareOf(shares.fresh, noOutlet), listed: shareOf(shares.listed, '名单里还没有网点'), chain: shareOf(shares.chain, '还没有一家填了是不是连锁'),
    'basic-there': number(basicThere), 'basic-of': number(basic.length), 'quality-there': number(qualityThere), 'quality-of': number(quality.length),
    complete: shareBetween(basicThere + qualityThere, all.filter((format) => isOpen(presenceIn(here, communities, format))).length, all.length, '分型规则里没有业态'),
    layout: shareBetween(cells('there'), cells('unverified') + cells('unchecked'), communities.length * basic.length, '没有社区'),
    checked: share(sumOver(communities, (code) => all.filter((format) => here.get(code)?.checked.has(format)).length), communities.length * all.length, '没有社区'),
    ...Object.fromEntries(facts.formats.body.formats.map(({ code }) => [`format.${code}`, presenceIn(here, communities, code) === 'unchecked' ? unknown('还没有清点完，不能说没有') : number(sumOver(communities, (community) => here.get(community)?.listed.get(code) ?? 0))])),
    ...Object.fromEntries(enteredFields.map((field) => [field.code, field.of === 'community' ? sumEntered(here, field.code, communities) : kind === 'circle' ? wordsEntered(facts, field.code, id) : unknown('只按圈填')])),
  };
};

const shareOf = ({ share: value, yes, n, unknown: unclear }: Figure, why: string): FigureValue => {
  const beside = unclear === 0 ? '' : `另有 ${unclear} 家不清楚`;
  return value === null ? unknown([why, beside].filter(Boolean).join('，')) : number(value, [`${yes}/${n}`, beside].filter(Boolean).join('，'));
};

const sumEntered = (here: Index, field: string, communities: readonly string[]): FigureValue => {
  const without = communities.filter((code) => here.get(code)?.entered.get(field) === undefined);
  if (without.length > 0) return unknown(missingWords(without.map((code) => here.get(code)?.name ?? code), communities.length));
  return number(sumOver(communities, (code) => here.get(code)?.entered.get(field) ?? 0));
};
const missingWords = (names: readonly string[], of: number) =>
  names.length === of ? '还没有填' : `还差 ${names.length} 个社区没填：${names.slice(0, 4).join('、')}${names.length > 4 ? '等' : ''}`;

const wordsEntered = (facts: Facts, field: string, place: string): FigureValue => {
  const words = facts.entered.find((entry) => entry.place === place && entry.field === field)?.words;
  return words ? text(words) : unknown('还没有填');
};

const satisfactionOf = (facts: Facts, place: 'circle' | 'district', id: string) => facts.satisfaction.find((one) => one.place === place && (place === 'district' || one.id === id));
const satisfactionFigures = (facts: Facts, place: 'circle' | 'district', id: string): Record<string, FigureValue> => {
  const found = satisfactionOf(facts, place, id);
  if (!found) return Object.fromEntries(['satisfaction', 'satisfaction-n', 'satisfaction-low', 'satisfaction-high', 'satisfaction-verdict', 'satisfaction-source'].map((code) => [code, unknown('还没有发布过')]));
  const interval = found.low === null || found.high === null ? '' : `，95% 区间 ${(found.low * 100).toFixed(1)}%–${(found.high * 100).toFixed(1)}%`;
  const why = '答卷太少，没有发布';
  return {
    satisfaction: found.rate === null ? unknown(why) : { kind: 'number', value: found.rate.value, shown: found.rate.text, note: `${sourceWord(found.source)} ${found.n ?? 0} 份${interval}` },
    'satisfaction-n': found.n === null ? unknown(why) : number(found.n),
    'satisfaction-low': found.low === null ? unknown('这一次没有区间') : number(found.low),
    'satisfaction-high': found.high === null ? unknown('这一次没有区间') : number(found.high),
    'satisfaction-verdict': text(verdictWords[found.verdict]),
    'satisfaction-source': text(sourceWord(found.source)),
  };
};

const checkedNeeds = ({ needRules }: Facts, { needs, ...of }: NeedsFact, { presence }: CircleType): CircleNeeds =>
  ({ ...of, knownAtLeast: needRules.knownAtLeast, needs: needs.map((need) => ({ ...need, check: crosscheck(need.lack, presence[need.format], needRules) })) });

const needFigures = (facts: Facts, circle: string): Record<string, FigureValue> => {
  const found = facts.needs.find((one) => one.circle === circle);
  const released = found !== undefined && found.n !== null;
  const nothing = unknown(found ? '答卷太少，没有发布' : '还没有发布过');
  const ofFormat = (code: string): [string, FigureValue][] => {
    const need = found?.needs.find(({ format }) => format === code);
    const none = !released ? nothing : need === undefined ? unknown('问卷没有问') : unknown(`说得清的不到 ${facts.needRules.knownAtLeast} 人`);
    if (!released || !need?.said) return [[`lack.${code}`, none], [`want.${code}`, none]];
    return [[`lack.${code}`, number(need.lack!, `${need.said.none + need.said.lacking}/${need.known}`)], [`want.${code}`, number(need.want!, `${need.points} 分`)]];
  };
  return {
    'needs-n': released ? number(found.n, sourceWord(found.source)) : nothing,
    ...Object.fromEntries(facts.formats.body.formats.flatMap(({ code }) => ofFormat(code))),
  };
};

/** What residents of a circle lack and want, by gap, the largest first, as it was last released; null before anything was. */
export const neededIn = ({ needs = [] }: Pick<Sheet, 'needs'>, circle: string): CircleNeeds | null => needs.find((one) => one.circle === circle) ?? null;

const targetOf = (facts: Facts, { targets }: CircleFact): string | null => levelsInOrder(facts.classification.body).map(({ name }) => name).reverse().find((name) => targets.includes(name)) ?? null;

const typeOf = (facts: Facts, circle: CircleFact, here: Index, plain: Record<string, FigureValue>): CircleType => {
  const rules = facts.classification.body;
  const presences = new Map([...rules.basic, ...rules.quality].map((format) => [format, presenceIn(here, circle.communities, format)]));
  const satisfaction = satisfactionOf(facts, 'circle', circle.id)?.rate?.value ?? null;
  const evaluated = evaluate(facts.evaluation.body, (figure) => {
    const value = figure === 'satisfaction' && satisfaction !== null ? number(satisfaction) : plain[figure];
    return value?.kind === 'number' ? { low: value.value, high: value.upTo ?? value.value } : null;
  });
  const classified = classify(rules, presences, evaluated);
  const target = targetOf(facts, circle);
  const order = levelsInOrder(rules).map(({ name }) => name);
  const toward = target !== null && order.indexOf(target) > order.indexOf(classified.reached ?? '') ? target : nextLevel(rules, classified.reached)?.name ?? null;
  return { ...classified, circle: circle.id, target, toward, lacks: toward === null ? [] : lacksFor(rules, toward, presences), presence: Object.fromEntries(presences), evaluated };
};

/** The score that a type asks for, where it isn't certain yet. */
export const scoreLack = (facts: Pick<Facts, 'classification'>, type: Pick<CircleType, 'toward' | 'evaluated'>): string | null => {
  const least = facts.classification.body.levels.find(({ name }) => name === type.toward)?.minScore ?? null;
  return least === null || type.evaluated.low >= least ? null : `得分要 ${least} 分，现在 ${scoreWords(type.evaluated)}`;
};
export const scoreWords = ({ low, high }: { low: number; high: number }) => (Math.round(low) === Math.round(high) ? `${Math.round(low)} 分` : `${Math.round(low)}–${Math.round(high)} 分`);

/** What keeps a circle from the type it is led to, a sentence for each class. `most`: how many candidates each names. */
export const missingOf = (facts: Pick<Facts, 'classification' | 'formats'>, type: CircleType, most?: number): string[] => {
  const names = new Map(facts.formats.body.formats.map(({ code, name }) => [code, name]));
  return [...type.lacks.map((lack) => lackWords(lack, (format) => names.get(format) ?? format, most)), ...[scoreLack(facts, type)].flatMap((words) => words ?? [])];
};

const ofCircle = (facts: Facts, circle: CircleFact, type: CircleType): Record<string, FigureValue> => {
  const missing = missingOf(facts, type);
  const inside = facts.communities.filter(({ code }) => circle.communities.includes(code));
  return {
    number: number(facts.circles.indexOf(circle) + 1),
    streets: text(facts.streets.filter(({ code }) => inside.some(({ street }) => street === code)).map(({ name }) => name).join('、')),
    'community-names': text(inside.map(({ name }) => name).join('、')),
    type: text(type.reached ?? '未达最低类型'),
    target: circle.targets.length === 0 ? unknown('方案没有写') : text([...new Set(circle.targets)].join('、')),
    missing: text(type.toward === null ? '没有更高的类型' : missing.length === 0 ? '没有缺项' : `到${type.toward}：${missing.join('；')}`),
    score: { kind: 'number', value: type.evaluated.low, ...(type.evaluated.unknown > 0 ? { upTo: type.evaluated.high, note: `${type.evaluated.unknown} 项还不全知道` } : {}) },
    state: text(stateWords[circle.state]),
    ...satisfactionFigures(facts, 'circle', circle.id),
    ...needFigures(facts, circle.id),
  };
};

const ofTerritory = (facts: Facts, { kind, communities }: Area, types: ReadonlyMap<string, CircleType>, levels: readonly string[], here: Index): Record<string, FigureValue> => {
  const inside = new Set(communities);
  const circles = facts.circles.filter((circle) => circle.communities.some((code) => inside.has(code)));
  const built = [...new Set(circles.filter(isBuilt).flatMap((circle) => circle.communities))].filter((code) => inside.has(code));
  const [people, all] = [sumEntered(here, 'population', built), sumEntered(here, 'population', communities)];
  return {
    circles: number(circles.length),
    ...Object.fromEntries(levels.map((level) => [`circles.${level}`, number(circles.filter(({ id }) => types.get(id)?.reached === level).length)])),
    'built-communities': share(built.length, communities.length, '没有社区'),
    'built-population': all.kind !== 'number' ? unknown(all.kind === 'unknown' ? `常住人口${all.why}` : '') : share(people.kind === 'number' ? people.value : 0, all.value, '常住人口是 0'),
    ...(kind === 'district' ? satisfactionFigures(facts, 'district', 'district') : {}),
  };
};
