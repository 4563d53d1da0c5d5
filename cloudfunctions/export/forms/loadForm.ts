/**
 * A form comes in for one table. What can't be filled is said, and nothing is kept. Otherwise the file is kept by its hash, and the caller gets the rule
 * of the tables with that table replaced: the desk alone loads, compares and adopts rules, whoever wrote them, so it goes to `desk.stageRule`.
 */
import { createHash } from 'node:crypto';
import { shanghaiDay } from '../../../domain/calendar';
import { canonicalJson } from '../../../domain/canonical';
import { SheetFault } from '../../../domain/census-list/table';
import { formColumns, keepForm } from '../../../database/queries/tableForms';
import { mostFormBytes } from '../../../types/contract/export';
import type { TableForm, TableRules, TableTemplate } from '../../../types/rules';
import type { Action } from '../../runtime/action';
import { formatsSaid } from './blankForm';
import { tableGiven, type Given } from './given';
import { opened, type Opened } from './opened';
import { formProblems, paperOf, readForm } from './readForm';

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

export const loadForm: Action<'export.loadForm'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const given = await tableGiven(context, input.table);
    const { rules, template } = given;
    const bytes = Buffer.from(input.content, 'base64');
    const form: TableForm = { hash: hashOf(bytes), file: input.file, source: input.source, status: input.official ? '官方' : '示例' };
    if (template.form && canonicalJson(template.form) === canonicalJson(form)) return { rule: null, problems: ['这个文件就是现在用的表样，没有变。'] };
    const read = readable(bytes, input.file, given);
    if ('problems' in read) return { rule: null, problems: read.problems };
    await keepForm(db, { hash: form.hash, content: bytes, columns: readForm(read.opened)!.columns }, now, caller.person);
    const replaced: TableTemplate = { ...template, ...paperOf(read.opened), columns: [...(await formColumns(db, form.hash))!], form };
    const next: TableRules = { ...rules.body, version: `${shanghaiDay(now.getTime())}-${hashOf(`${rules.hash} ${canonicalJson(form)}`).slice(0, 8)}`, tables: rules.body.tables.map((one) => (one === template ? replaced : one)) };
    return { rule: Buffer.from(JSON.stringify(next)).toString('base64'), problems: [] };
  },
};

const readable = (bytes: Uint8Array, file: string, { template, definitions }: Given): { readonly opened: Opened } | { readonly problems: string[] } => {
  if (template.rows === 'formats') return { problems: [formatsSaid] };
  if (bytes.length > mostFormBytes) return { problems: [`这个文件有 ${Math.ceil(bytes.length / 1000)} KB，表样最多 ${mostFormBytes / 1000} KB。请只留表样这一张工作表，去掉图片和多余的格式，再试。`] };
  try {
    const found = opened(bytes, file);
    const problems = formProblems(found, template, definitions);
    return problems.length > 0 ? { problems } : { opened: found };
  } catch (error) {
    if (error instanceof SheetFault) return { problems: [error.message] };
    throw error;
  }
};
