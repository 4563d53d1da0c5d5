import type { FunctionDefinition } from '../runtime/action';
import { choose } from './choose';
import { compare } from './compare';
import { drop } from './drop';
import { checkEntries, enterEntries } from './entries/entries';
import { entryTable } from './entries/entryTable';
import { form } from './forms/form';
import { loadForm } from './forms/loadForm';
import { ask } from './jobs/ask';
import { file } from './jobs/file';
import { job } from './jobs/job';
import { jobs } from './jobs/jobs';
import { lists } from './lists';
import { load } from './load';
import { sheet } from './sheetOf';
import { stage } from './stage';
import { staged } from './staged';
import { table } from './tables/table';
import { template } from './template';

export const exporting: FunctionDefinition<'export'> = {
  name: 'export',
  user: 'export',
  actions: { stage, staged, choose, compare, load, drop, lists, sheet, template, table, form, loadForm, entryTable, checkEntries, enterEntries, ask, job, jobs, file },
};
