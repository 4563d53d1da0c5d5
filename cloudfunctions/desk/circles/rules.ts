/** Rule files that the district loads: read, held against the ones in force on what is there now, and adopted or dropped. Nothing of a faulty file is kept. */
import * as v from 'valibot';
import { canonicalJson } from '../../../domain/canonical';
import { classificationProblems, levelsInOrder } from '../../../domain/classification';
import { evaluationProblems } from '../../../domain/evaluation';
import { figureDefinitions } from '../../../domain/figures/definitions';
import { missingOf, sheetOf, type Sheet } from '../../../domain/figures/sheet';
import { formFaultWords, type FormFault } from '../../../domain/rule-faults';
import { tableProblems } from '../../../domain/tables';
import { adoptDraft, draftById, endDraft, newestDrafts, type DraftRow } from '../../../database/queries/ruleDrafts';
import { ruleByVersion, versionsOf } from '../../../database/queries/rules';
import { formColumns } from '../../../database/queries/tableForms';
import type { Facts } from '../../../domain/figures/facts';
import type { RuleDraft, RulesShown } from '../../../types/contract/circles';
import { loadableRule } from '../../../types/loadableRules';
import type { ClassificationRules, EvaluationRules, RuleHead, TableRules, TableTemplate } from '../../../types/rules';
import type { Action, Context } from '../../runtime/action';
import { audit } from '../../runtime/audit';
import { sha256Hex } from '../../runtime/hashing';
import { refuse } from '../../runtime/refusal';
import { ruleInForce } from '../../runtime/ruleInForce';
import { readFacts } from './facts';
import { formShown } from './shown';

type Loadable = ClassificationRules | EvaluationRules | TableRules;
const kinds = ['classification', 'evaluation', 'tables'] as const;
const mostShown = 20;
/** Of a file whose form is not right. */
const mostFaults = 5;

const shownDraft = ({ id, kind, version, hash, body, staged_at, state }: DraftRow, mine: boolean): RuleDraft =>
  ({ id, kind, version, hash, title: body.title, status: body.status, source: body.source, stagedAt: staged_at, state, mine });

export const rules: Action<'desk.rules'> = {
  transaction: false,
  async handle(_input, { db, caller, settings }) {
    const shown: RulesShown['kinds'] = [];
    for (const kind of kinds) {
      const now = await ruleInForce<RuleHead>({ db }, kind);
      shown.push({ kind, title: now.body.title, version: now.body.version, status: now.body.status, source: now.body.source, hash: now.hash, file: `${JSON.stringify(now.body, null, 2)}\n`, versions: [...(await versionsOf(db, kind)).keys()] });
    }
    const { tables } = (await ruleInForce<TableRules>({ db }, 'tables')).body;
    return { kinds: shown, tables: tables.map(({ code, title, rows, form }) => ({ code, title, byFormat: rows === 'formats', form: formShown(form) })), drafts: (await newestDrafts(db, mostShown)).map((draft) => shownDraft(draft, draft.staged_by === caller.person)), hotline: settings.hotline };
  },
};

export const stageRule: Action<'desk.stageRule'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const read = readFile(Buffer.from(input.content, 'base64'));
    if ('problems' in read) return { draft: null, problems: read.problems };
    const { rule } = read;
    const hash = sha256Hex(canonicalJson(rule));
    const same = await draftById(db, input.id);
    if (same) return same.hash === hash && same.staged_by === caller.person ? { draft: shownDraft(same, true), problems: [] } : refuse('value_invalid', 'id');
    const problems = [...await versionProblems(context, rule, hash), ...await problemsOf(context, rule)];
    if (problems.length > 0) return { draft: null, problems };
    await db.insertInto('lz.rule_draft').values({ id: input.id, kind: rule.kind, version: rule.version, hash, body: JSON.stringify(rule), staged_at: now.toISOString(), staged_by: caller.person, ended_at: null, ended_by: null }).execute();
    await audit(context, 'rule.staged', input.id, { kind: rule.kind, version: rule.version, hash });
    return { draft: shownDraft((await draftById(db, input.id))!, true), problems: [] };
  },
};

const readFile = (bytes: Uint8Array): { readonly rule: Loadable } | { readonly problems: string[] } => {
  let text: string;
  try {
    // a mark of the order of bytes at its head is left out
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problems: ['文件的文字编码认不出来。请存成 UTF-8 再试。'] };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problems: ['这不是规则文件：要 JSON 格式，多半是少了引号、逗号或括号。'] };
  }
  const read = v.safeParse(loadableRule, json);
  if (read.success) return { rule: read.output };
  const words = read.issues.map(({ type, expected, received, requirement, path = [] }) => formFaultWords({ type, expected, received, requirement, path: path.map(({ key }) => key as FormFault['path'][number]) }, json));
  return { problems: [...new Set(words)].slice(0, mostFaults) };
};

const versionProblems = async ({ db }: Context, rule: Loadable, hash: string): Promise<string[]> => {
  const known = await ruleByVersion(db, rule.kind, rule.version);
  if (!known) return [];
  return [known.hash === hash ? `「${rule.version}」版已经在用过的规则里，内容一样。` : `「${rule.version}」版已经有了，内容不同。请给改过的文件一个新的版本号。`];
};

const problemsOf = async (context: Context, rule: Loadable): Promise<string[]> => {
  const { facts } = await readFacts(context);
  const definitionsBy = (classification: ClassificationRules) => figureDefinitions({ formats: facts.formats.body.formats, levels: levelsInOrder(classification).map(({ name }) => name), freshDays: facts.freshDays });
  if (rule.kind === 'classification') {
    const own = classificationProblems(rule, new Map(facts.formats.body.formats.map(({ code, name }) => [code, name])), [...new Set(facts.circles.flatMap(({ targets }) => targets))]);
    // its types are figures of their own, and the tables in force may ask for one that is no more
    const ofTables = own.length > 0 ? [] : tableProblems((await ruleInForce<TableRules>(context, 'tables')).body, definitionsBy(rule));
    return [...own, ...ofTables.map((problem) => `换上以后，现在的表样就对不上了，请先换表样：${problem}`)];
  }
  const definitions = definitionsBy(facts.classification.body);
  if (rule.kind === 'tables') return [...tableProblems(rule, definitions), ...await formProblems(context, rule)];
  // a figure of a circle that is a number, but for those that are made of the score itself
  return evaluationProblems(rule, new Set(definitions.filter(({ of, unit, code }) => of.includes('circle') && unit !== '' && code !== 'score').map(({ code }) => code)));
};

/** A table that is laid out by an .xlsx has the columns that stand in it, and no others. */
const formProblems = async ({ db }: Pick<Context, 'db'>, { tables }: TableRules): Promise<string[]> => {
  const problems: string[] = [];
  for (const { title, form, columns } of tables) {
    if (!form) continue;
    const there = await formColumns(db, form.hash);
    if (there === null) problems.push(`《${title}》用的 .xlsx 表样「${form.file}」不在系统里。请在规则页载入那个 .xlsx。`);
    else if (canonicalJson(there) !== canonicalJson(columns)) problems.push(`《${title}》的列由 .xlsx 表样「${form.file}」决定，和规则文件里写的不一样。要改列，请改 .xlsx 再载入。`);
  }
  return problems;
};

/** What would be otherwise, circle by circle, on what is there at this moment. */
export const compareRule: Action<'desk.compareRule'> = {
  transaction: false,
  async handle(input, context) {
    const draft = (await draftById(context.db, input.id)) ?? refuse('not_found');
    const current = await ruleInForce<Loadable>(context, draft.kind);
    const rule = draft.body as Loadable;
    const { facts } = await readFacts(context);
    const then = rule.kind === 'tables' ? facts : { ...facts, [rule.kind]: { hash: draft.hash, body: rule } };
    const [before, after] = [sheetOf(facts), sheetOf(then)];
    return {
      draft: shownDraft(draft, draft.staged_by === context.caller.person), against: { version: current.body.version, hash: current.hash },
      // what is shown now must still hold when it is adopted: a rule on which others build may have changed since
      problems: draft.state === 'staged' ? await problemsOf(context, rule) : [],
      circles: rule.kind === 'tables' ? [] : facts.circles.map(({ id, name }) => ({ id, name, now: sideOf(facts, before, id), then: sideOf(then, after, id) })),
      tables: rule.kind === 'tables' && current.body.kind === 'tables' ? tablesCompared(current.body, rule) : [],
    };
  },
};

const sideOf = (facts: Facts, sheet: Sheet, id: string) => {
  const type = sheet.circles.find(({ circle }) => circle === id)!;
  return { reached: type.reached, possible: type.possible, low: type.evaluated.low, high: type.evaluated.high, missing: missingOf(facts, type, 3) };
};
const layoutOf = ({ form }: TableTemplate) => (form ? `版面：按 .xlsx 表样「${form.file}」（${form.status}，${form.source}，指纹 ${form.hash.slice(0, 8)}）` : '版面：系统排版');
const tablesCompared = (now: TableRules, then: TableRules) =>
  [...new Set([...now.tables, ...then.tables].map(({ code }) => code))].map((code) => {
    const [before, after] = [now, then].map(({ tables }) => tables.find((table) => table.code === code));
    const [had, has] = [before, after].map((table) => table && [layoutOf(table), ...table.columns.map(({ heading, value, eachFormat }) => `${heading || (eachFormat === 'basic' ? '各基本保障类业态' : '各品质提升类业态')}：${value}`)]).map((words) => words ?? []);
    return { code, title: after?.title ?? before?.title ?? code, gone: had!.filter((one) => !has!.includes(one)), added: has!.filter((one) => !had!.includes(one)) };
  });

export const adoptRule: Action<'desk.adoptRule'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const draft = (await draftById(db, input.id, true)) ?? refuse('not_found');
    if (draft.state === 'adopted') return { state: draft.state };
    const current = await ruleInForce<Loadable>(context, draft.kind);
    // she decided on a comparison with another rule, or somebody dropped it meanwhile
    if (draft.state !== 'staged' || current.hash !== input.against || (await ruleByVersion(db, draft.kind, draft.version))) return refuse('decided_already');
    if ((await problemsOf(context, draft.body as Loadable)).length > 0) return refuse('decided_already');
    await adoptDraft(db, draft.id, now, caller.person);
    await audit(context, 'rule.adopted', draft.id, { kind: draft.kind, version: draft.version, hash: draft.hash, before: current.hash });
    return { state: 'adopted' };
  },
};

export const dropRule: Action<'desk.dropRule'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const draft = (await draftById(db, input.id, true)) ?? refuse('not_found');
    if (draft.state === 'dropped') return { state: draft.state };
    if (draft.state !== 'staged') return refuse('decided_already');
    await endDraft(db, draft.id, 'dropped', now, caller.person);
    await audit(context, 'rule.dropped', draft.id, { kind: draft.kind, version: draft.version });
    return { state: 'dropped' };
  },
};
