/**
 * The rule files, typed. They seed the table of rule versions, which is the truth at run time; a rule is
 * changed by a new version of its file. Each file names its source and status.
 */
import type {
  CallbackRules, ClassificationRules, DemoPlaceRules, DivisionRules, DuplicateRules, EvaluationRules, FormatRules, HolidayRules, InventoryRules, MarketRules, MethodRules, PlanRules, Questionnaire, RetentionRules, RuleHead, TableRules, UpkeepRules, VoiceRules, WalkingRules, WorkPlanRules,
} from '../types/rules';
import callbackFile from './callback.json';
import classificationFile from './classification.json';
import demoPlacesFile from './demo-places.json';
import demoMarketsFile from './demo-markets.json';
import divisionsFile from './divisions.json';
import duplicatesFile from './duplicates.json';
import evaluationFile from './evaluation.json';
import formatsFile from './formats.json';
import holidaysFile from './holidays.json';
import inventoryFile from './inventory.json';
import marketsFile from './markets.json';
import methodFile from './method.json';
import planFile from './plan.json';
import questionnaireAFile from './questionnaire-a.json';
import questionnaireBFile from './questionnaire-b.json';
import retentionFile from './retention.json';
import tablesFile from './tables.json';
import upkeepFile from './upkeep.json';
import voiceFile from './voice.json';
import walkingFile from './walking.json';
import workPlanFile from './work-plan.json';

// A JSON import widens literals to `string`; rules.test.ts checks at run time what these casts claim.
export const plan = planFile as PlanRules;
export const callback = callbackFile as CallbackRules;
export const classification = classificationFile as ClassificationRules;
export const divisions = divisionsFile as DivisionRules;
export const duplicates = duplicatesFile as DuplicateRules;
export const evaluation = evaluationFile as EvaluationRules;
export const formats = formatsFile as FormatRules;
export const holidays = holidaysFile as HolidayRules;
export const inventory = inventoryFile as InventoryRules;
export const markets = marketsFile as MarketRules;
export const questionnaireA = questionnaireAFile as Questionnaire;
export const questionnaireB = questionnaireBFile as Questionnaire;
export const method = methodFile as MethodRules;
export const retention = retentionFile as RetentionRules;
export const tables = tablesFile as TableRules;
export const upkeep = upkeepFile as UpkeepRules;
export const voice = voiceFile as VoiceRules;
export const walking = walkingFile as WalkingRules;
export const workPlan = workPlanFile as WorkPlanRules;
/** Fictional; loaded for the demonstration alone. */
export const demoPlaces = demoPlacesFile as DemoPlaceRules;
export const demoMarkets = demoMarketsFile as MarketRules;

/** What every database is seeded with, in this order. */
export const deployedRules: readonly RuleHead[] = [
  plan, divisions, formats, duplicates,
  questionnaireA, questionnaireB, method, retention, callback,
  upkeep, voice, walking, holidays, inventory, markets,
  classification, evaluation, tables,
  workPlan,
];
export const allRules: readonly RuleHead[] = [...deployedRules, demoPlaces, demoMarkets];
