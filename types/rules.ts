/**
 * The shapes of the rule files in `rules/`. A rule file is data with a source and a status: what no
 * official source gave us is 示例 or 待核, and whoever shows it must say so.
 */
export type RuleStatus = '官方' | '方案' | '项目拟稿' | '示例' | '待核' | '演示';

export interface RuleHead {
  readonly kind: string;
  readonly version: string;
  readonly title: string;
  readonly source: string;
  readonly status: RuleStatus;
}

export type FormatClass = 'basic' | 'quality' | 'other';
export type SixOne = '一店' | '一早' | '一菜' | '一修' | '一老' | '一小';

/** One 业态. `group` is the heading a resident filters by. */
export interface Format {
  readonly code: string;
  readonly name: string;
  readonly class: FormatClass;
  readonly group: string;
  readonly sixOne: SixOne | null;
  readonly inPlan: boolean;
  readonly note?: string;
}
export interface Service {
  readonly code: string;
  readonly name: string;
  /** True for 小修小补: mending shoes, cutting keys, tailoring … */
  readonly smallRepair: boolean;
  /** A service may count as another 业态 (一店多能), e.g. a shop that keeps parcels is a 快递服务点. */
  readonly countsAs: string | null;
}
export interface FormatRules extends RuleHead {
  readonly formats: readonly Format[];
  readonly groups: readonly string[];
  readonly services: readonly Service[];
}

export type Condition =
  | { readonly question: string; readonly includes: readonly string[] }
  | { readonly any: readonly Condition[] }
  | { readonly round: 'drawn' };

export interface Option {
  readonly code: string;
  readonly text: string;
  /** Points for A6–A15; null for 不清楚、没用过, absent for questions without a scale. */
  readonly score?: number | null;
  /** Choosing it ends the questionnaire kindly (under 18). */
  readonly ends?: string;
  /** In a multiple choice: choosing it clears the others (都没有, 不想说, 没有). */
  readonly exclusive?: boolean;
}
export interface Question {
  readonly id: string;
  readonly part: string;
  readonly text: string;
  readonly hint?: string;
  readonly kind: 'community' | 'single' | 'multiple' | 'text';
  readonly options?: readonly Option[];
  readonly optional?: boolean;
  readonly most?: number;
  readonly longest?: number;
  readonly showIf?: Condition;
  readonly derivedFrom: string;
}
export interface Questionnaire extends RuleHead {
  readonly opening: string;
  readonly minutes: number;
  /** The only item that feeds the 90 % indicator. */
  readonly headline: string;
  readonly ageQuestion: string;
  readonly residenceQuestion: string;
  readonly fillerQuestion: string;
  readonly remarkQuestion: string;
  readonly questions: readonly Question[];
  /** The marks an approved government survey must carry; null until it is approved. */
  readonly approval: null | { readonly 表号: string; readonly 制定机关: string; readonly 批准机关: string; readonly 批准文号: string; readonly 有效期: string };
}

export interface PlanCircle {
  readonly id: string;
  readonly name: string;
  /** Day by which the plan wants it built. */
  readonly due: string;
  readonly dueText: string;
  /** The target types the plan gives for the *streets* this circle touches; more than one if it touches several. */
  readonly targets: readonly { readonly type: '基础型' | '提升型' | '品质型'; readonly clause: string }[];
  readonly communities: readonly string[];
  readonly communitiesStatus: RuleStatus;
}
export interface PlanRules extends RuleHead {
  readonly satisfactionTarget: number;
  readonly phases: readonly { readonly name: string; readonly from: string; readonly to: string; readonly clause: string }[];
  readonly circles: readonly PlanCircle[];
  readonly coverage: readonly { readonly name: string; readonly atLeast: number; readonly by: string; readonly clause: string }[];
}

export interface DivisionRules extends RuleHead {
  readonly district: { readonly code: string; readonly name: string };
  /** Bounding box of the pins that are accepted; 待核. GCJ-02 degrees. */
  readonly boundingBox: { readonly west: number; readonly south: number; readonly east: number; readonly north: number; readonly status: RuleStatus };
  readonly streets: readonly {
    readonly code: string;
    readonly name: string;
    readonly communities: readonly { readonly code: string; readonly name: string; readonly note?: string }[];
  }[];
}
/** Centres and populations that no source gives. Only ever loaded for the demonstration. */
export interface DemoPlaceRules extends RuleHead {
  readonly communities: readonly { readonly code: string; readonly lng: number; readonly lat: number; readonly population: number; readonly share60: number }[];
}

/** How the letters of a drawn round are planned. Every value is 项目拟定 but the power and truth, which the district chooses. */
export interface SampleRules {
  /** Wanted chance (0 … 1) that 达到 is said … */
  readonly power: number;
  /** … if the true rate is this. */
  readonly truth: number;
  /** What the weights are expected to cost: answers ÷ effective answers. */
  readonly designEffect: number;
  /** Share of the answers that are eligible and score the headline question. */
  readonly usable: number;
  /** Share of the letters that are answered. */
  readonly response: number;
  /** Scores wanted of every community, however small. */
  readonly communityFloor: number;
}
/** When an answer is flagged (never removed). Seconds are those of the whole questionnaire, per question that was asked. */
export interface FlagRules {
  /** Faster than this many seconds a question: too fast. */
  readonly fastSeconds: number;
  /** Straight-lining: at least so many scores, … */
  readonly straightItems: number;
  /** … whose standard deviation (points of 1 … 5) is at most this, … */
  readonly straightDeviation: number;
  /** … given faster than this many seconds a question. */
  readonly straightSeconds: number;
  /** A burst: at least so many answers of one community between two seals, … */
  readonly burstAtLeast: number;
  /** … and at least this many times what the other communities make one expect. */
  readonly burstTimes: number;
}
export interface NeedRules {
  /** A format is shown where at least so many said something else than 不清楚. */
  readonly knownAtLeast: number;
  /** From this share of `lack` on, a format that exists is called 有但不好. */
  readonly lackFrom: number;
}

/** The method in full; what a round of an older version did not have yet is filled in by `methodOf` (domain/method.ts). */
export interface MethodRules extends RuleHead {
  /** C1: which answers count as satisfied. */
  readonly rate: 'top2';
  readonly target: number;
  /** z of the two-sided 95 % interval. */
  readonly z: number;
  /** No cell with fewer answers is ever shown. */
  readonly smallestCell: number;
  /** Least n_eff for a verdict; a community's is counted on its household weights alone. */
  readonly gates: { readonly circle: number; readonly community: number; readonly district: number };
  /** How many answers staff should aim at per community of an open round. */
  readonly communityTarget: number;
  readonly graceHours: number;
  readonly eligibleResidence: readonly string[];
  /** From version 2. 'none': every answer counts once. */
  readonly weighting: 'none' | 'poststratified';
  /** From version 2. The heaviest weight, in multiples of the mean; null: none. */
  readonly weightCap: number | null;
  /** From version 2; null where the version has none, as the two below. */
  readonly sample: SampleRules | null;
  readonly flags: FlagRules | null;
  readonly needs: NeedRules | null;
  readonly sources: readonly string[];
}
type SinceVersion2 = 'weighting' | 'weightCap' | 'sample' | 'flags' | 'needs';
/** The method as it stands in a rule file or the table of rule versions, of any version. */
export type MethodBody = Omit<MethodRules, SinceVersion2> & Partial<Pick<MethodRules, SinceVersion2>>;

/** People who live in a place, by what answers are weighted to. A fact with a source, not a rule of ours. */
export interface CensusTable extends RuleHead {
  readonly kind: 'census';
  /** Somebody other than who made it held it against its source; left out: nobody did. */
  readonly verified?: boolean;
  readonly communities: readonly CensusCommunity[];
}
export interface CensusCommunity {
  readonly code: string;
  /** Adults who live there. */
  readonly adults: { readonly '18-59': number; readonly '60-up': number };
  /** The sum of both, where the source gives one to check against. */
  readonly total?: number;
  readonly households?: number;
}

/** How long answers are kept in full, where the round's file doesn't say. */
export interface RetentionRules extends RuleHead {
  /** Months after the final release of a round. */
  readonly rawMonths: number;
}

export interface WalkingRules extends RuleHead {
  readonly detour: number;
  readonly paces: readonly { readonly code: 'normal' | 'slow' | 'cart'; readonly name: string; readonly metresPerMinute: number; readonly note: string }[];
  readonly doorstepMinutes: number;
  readonly aroundMinutes: number;
}

/** How characters are read, for search; generated from a library (local/build/pinyin.mjs). */
export interface PinyinTable {
  /** Syllable → the characters usually read so. */
  readonly usual: Readonly<Record<string, string>>;
  /** Syllable → the characters that can also be read so. */
  readonly other: Readonly<Record<string, string>>;
}
