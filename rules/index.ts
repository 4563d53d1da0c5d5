/**
 * The rule files, typed. They seed the table of rule versions, which is the truth at run time; a rule is
 * changed by a new version of its file. Each file names its source and status.
 */
import type { DemoPlaceRules, DivisionRules, FormatRules, MethodRules, PlanRules, Questionnaire, RetentionRules, RuleHead, WalkingRules } from '../types/rules';
import demoPlacesFile from './demo-places.json';
import divisionsFile from './divisions.json';
import formatsFile from './formats.json';
import methodFile from './method.json';
import planFile from './plan.json';
import questionnaireAFile from './questionnaire-a.json';
import retentionFile from './retention.json';
import walkingFile from './walking.json';

// A JSON import widens literals to `string`; rules.test.ts checks at run time what these casts claim.
export const plan = planFile as PlanRules;
export const divisions = divisionsFile as DivisionRules;
export const formats = formatsFile as FormatRules;
export const questionnaireA = questionnaireAFile as Questionnaire;
export const method = methodFile as MethodRules;
export const retention = retentionFile as RetentionRules;
export const walking = walkingFile as WalkingRules;
/** Fictional; loaded for the demonstration alone. */
export const demoPlaces = demoPlacesFile as DemoPlaceRules;

/** Every rule file, in the order in which they are seeded. */
export const allRules: readonly RuleHead[] = [plan, divisions, formats, questionnaireA, method, retention, walking, demoPlaces];
