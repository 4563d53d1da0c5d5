/** Everything the figures of a district are made of, as read at one moment. No figure is in it, so that none can be made twice in two ways. */
import type { Need, Verdict } from '../../types/contract/results';
import type { CheckState } from '../inventory';
import type { ClassificationRules, EvaluationRules, FormatRules, NeedRules, PlanRules, RuleHead } from '../../types/rules';
import type { Entry } from './entered';

/** 规划 · 建设中 · 已建成 · 已验收 */
export type CircleState = 'planned' | 'building' | 'built' | 'accepted';
export interface CircleFact {
  readonly id: string;
  readonly name: string;
  readonly communities: readonly string[];
  /** Types of the plan for the streets it touches. */
  readonly targets: readonly string[];
  readonly state: CircleState;
}
export interface CommunityFact { readonly code: string; readonly name: string; readonly street: string }
export interface StreetFact { readonly code: string; readonly name: string }
/** Outlets of one community that have format and services in common. `papers`: with a credit code, or a witness that stands. */
export interface OutletGroup {
  readonly community: string; readonly format: string; readonly services: readonly string[];
  readonly known: number; readonly listed: number; readonly verified: number; readonly fresh: number; readonly chain: number; readonly independent: number; readonly papers: number;
}
/** The newest mark of a community and format. `at`: epoch ms. */
export interface MarkFact { readonly community: string; readonly format: string; readonly state: CheckState; readonly at: number }
/** The newest final figure of a place, or the newest interim one before there is any. Shares 0 … 1. */
export interface SatisfactionFact {
  readonly place: 'circle' | 'district'; readonly id: string; readonly release: string; /** `text`: as it was published. */ readonly rate: { readonly value: number; readonly text: string } | null; readonly n: number | null;
  readonly low: number | null; readonly high: number | null; readonly verdict: Verdict; readonly source: 'drawn' | 'open'; readonly demo: boolean;
}
/** What the newest release of a round about needs says of a circle. */
export interface NeedsFact {
  readonly circle: string; readonly release: string; readonly title: string; readonly at: string; readonly kind: 'interim' | 'final'; readonly source: 'drawn' | 'open'; readonly demo: boolean;
  /** Answers; null where they were too few, and then `needs` is empty. */
  readonly n: number | null; readonly needs: readonly Need[];
}
export interface RuleUsed<T> { readonly hash: string; readonly body: T }
export interface Facts {
  /** Epoch ms. */
  readonly at: number;
  readonly circles: readonly CircleFact[];
  readonly communities: readonly CommunityFact[];
  readonly streets: readonly StreetFact[];
  readonly outlets: readonly OutletGroup[];
  readonly marks: readonly MarkFact[];
  /** What stands of each place and field. */
  readonly entered: readonly Entry[];
  readonly satisfaction: readonly SatisfactionFact[];
  readonly needs: readonly NeedsFact[];
  readonly needRules: NeedRules;
  readonly freshDays: number;
  readonly recheckDays: number;
  readonly formats: RuleUsed<FormatRules>;
  readonly plan: RuleUsed<PlanRules>;
  readonly classification: RuleUsed<ClassificationRules>;
  readonly evaluation: RuleUsed<EvaluationRules>;
  /** Others that a definition names: of upkeep, inventory, divisions. */
  readonly others: readonly RuleUsed<RuleHead>[];
}
