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
/** One line of a grid. `code` of a grid of needs: a format of the catalogue. */
export interface GridRow {
  readonly code: string;
  readonly text: string;
  readonly hint?: string;
}
export interface Question {
  readonly id: string;
  readonly part: string;
  readonly text: string;
  readonly hint?: string;
  /** `grid`: its rows are asked one by one (domain/questionnaire-items.ts). `rank`: up to `most` options, the first wish first. */
  readonly kind: 'community' | 'single' | 'multiple' | 'text' | 'grid' | 'rank';
  readonly options?: readonly Option[];
  /** Of a grid of its own. */
  readonly rows?: readonly GridRow[];
  /** Of another grid, the rows answered so: what a second grid asks about, or a rank chooses from. */
  readonly among?: { readonly grid: string; readonly includes: readonly string[] };
  readonly optional?: boolean;
  readonly most?: number;
  readonly longest?: number;
  readonly showIf?: Condition;
  readonly derivedFrom: string;
}
export interface Questionnaire extends RuleHead {
  readonly opening: string;
  readonly minutes: number;
  /** The only item that feeds the 90 % indicator; null where none does. */
  readonly headline: string | null;
  /** 有什么、缺什么: the grid of what there is, the one of what is wrong with it, and the rank of wishes. */
  readonly needs?: { readonly has: string; readonly why: string; readonly wishes: string };
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

/** The tasks of the plan (四) and who answers for each. The phases and their days are in the plan's own file. */
export interface WorkPlanRules extends RuleHead {
  /** After so many days without a note a department counts as silent. */
  readonly silentDays: { readonly value: number; readonly status: RuleStatus };
  /** Who carries out every task besides those named with it. Each street does so for itself. */
  readonly everyTask: { readonly department: string; readonly clause: string };
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly tasks: readonly PlanTask[];
}
export interface PlanTask {
  readonly code: string;
  readonly clause: string;
  readonly title: string;
  /** In the plan's words, shortened by leaving out alone. */
  readonly text: string;
  /** As named at the end of its paragraph, in that order. */
  readonly departments: readonly string[];
  /** Name of the phase by whose end it should be done. */
  readonly phase: string;
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

/** 分型, 评价 and the tables' templates, which the district may load in the app: their schemas are their shapes. */
export type { ClassificationLevel, ClassificationRules, EvaluationItem, EvaluationRules, TableColumn, TableForm, TableRules, TableTemplate } from './loadableRules';

/** When what was checked must be checked again. */
export interface InventoryRules extends RuleHead {
  readonly recheckDays: number;
}

/** How long answers are kept in full, where the round's file doesn't say. */
export interface RetentionRules extends RuleHead {
  /** Months after the final release of a round. */
  readonly rawMonths: number;
}

/** How outlets are kept right: when reports count, when a confirmation ages, how long a case may wait, why one is refused. */
export interface UpkeepRules extends RuleHead {
  readonly reports: { readonly doubtAt: number; readonly hideAt: number; readonly withinDays: number; readonly mostADay: number };
  readonly freshDays: number;
  readonly staleDays: number;
  /** Hours within which a case of each kind should be decided. */
  readonly limitHours: Readonly<Record<CaseKind, number>>;
  /** So long the other side of a dispute may send its papers before staff decide without them. */
  readonly disputeAnswerHours: number;
  /** How long a witness of an outlet without a licence stands, and how long before its end that is said. */
  readonly witness: { readonly days: number; readonly remindDays: number };
  /** From this hour of the day in Liangzhou on, staff are told once what waits. */
  readonly digestHour: number;
  /** A decision can be undone for so long. */
  readonly undoDays: number;
  /** Claims of one person that wait at once. */
  readonly mostClaims: number;
  readonly reasons: readonly RefusalReason[];
}
export type CaseKind = 'registration' | 'claim' | 'dispute' | 'correction' | 'photo' | 'text' | 'stale' | 'witness';
export interface RefusalReason {
  readonly code: string;
  readonly for: readonly ('registration' | 'claim' | 'correction' | 'text')[];
  readonly say: string;
  /** What to mend; empty where there is nothing. */
  readonly mend: string;
  /** Of a text about an outlet: what was said with it doesn't count either (an advertisement, another shop). */
  readonly whole?: boolean;
}

/** What neighbours say of outlets, what they follow, and how a message is pushed beside the inbox. */
export interface VoiceRules extends RuleHead {
  /** From how many people on aspects are added up; how long a review counts; reviews of one person in a day. */
  readonly reviews: { readonly leastPeople: number; readonly keepMonths: number; readonly mostADay: number };
  /** Of one person; the walks she may choose; when a follow ends by itself. */
  readonly follows: { readonly mostOutlets: number; readonly mostFormats: number; readonly minutes: readonly number[]; readonly months: number };
  readonly push: {
    readonly attempts: number; readonly firstPauseMinutes: number; readonly factor: number; readonly longestPauseHours: number;
    /** A consent that was not used is erased after so long; so many of one person are kept. */
    readonly consentMonths: number; readonly mostConsents: number;
  };
}

/**
 * Holidays. A year with a notice follows it day by day; of a year without one only the days of the law are known,
 * and 清明 not even then, since it needs the sun.
 */
export interface HolidayRules extends RuleHead {
  /** 全国年节及纪念日放假办法. `day` 0: the day before the first (除夕). */
  readonly law: { readonly source: string; readonly days: readonly { readonly name: string; readonly calendar: 'solar' | 'lunar'; readonly month: number; readonly day: number }[] };
  readonly years: readonly {
    readonly year: number;
    readonly notice: string;
    readonly holidays: readonly { readonly name: string; readonly from: string; readonly to: string }[];
    /** Weekend days on which people work (调休上班). */
    readonly workdays: readonly string[];
  }[];
}

/** How letters are checked by calling back (domain/callback.ts). */
export interface CallbackRules extends RuleHead {
  /** Of the letters of each community, and how many at least. */
  readonly share: number;
  readonly leastPerCommunity: number;
  /** Households reached: of fewer nothing is shown. */
  readonly smallestCell: number;
  /** Share of those who answered for whom somebody else decided: above it the result page warns. */
  readonly troubleAbove: number;
}

/** 早市、夜市、逢集 and streets of stalls. What no source gives is null. */
export interface MarketRules extends RuleHead {
  readonly markets: readonly MarketRule[];
}
export interface MarketRule {
  readonly id: string;
  readonly name: string;
  readonly kind: MarketKind;
  readonly clause: string;
  readonly place: { readonly lng: number; readonly lat: number; readonly address: string; readonly status: RuleStatus } | null;
  /** As domain/hours-text reads it. */
  readonly hours: { readonly text: string; readonly status: RuleStatus } | null;
  readonly rules: readonly { readonly text: string; readonly status: RuleStatus }[];
}
export type MarketKind = 'night' | 'morning' | 'fair' | 'street';

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

/** How alike two names are, the most alike first (domain/alike-names.ts). */
export type NameLevel = 'same' | 'sound' | 'oneOff' | 'contains' | 'trade' | 'otherTrade' | 'partly' | 'different';
/** Points for and against two entries being the same outlet (domain/duplicates.ts). Distances in metres. */
export interface DuplicateRules extends RuleHead {
  /** From how many points on, of 100. */
  readonly levels: { readonly possible: number; readonly likely: number; readonly sure: number };
  readonly creditCode: { readonly same: number; readonly different: number };
  readonly phone: { readonly same: number; readonly different: number };
  readonly name: Readonly<Record<NameLevel, number>>;
  /** What the same address with a house number is worth, up to `byName` apart. */
  readonly address: number;
  /** Ascending. */
  readonly distance: readonly { readonly upTo: number; readonly points: number }[];
  readonly beyond: number;
  /** How far everything is compared, and how far what is called alike. */
  readonly around: number;
  readonly byName: number;
  /** Endings that say nothing, words that say the trade, and characters that tell two names apart although everything else is the same. */
  readonly endings: readonly string[];
  readonly trades: readonly string[];
  readonly telling: string;
}
