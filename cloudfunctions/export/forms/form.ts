/** A table's template as an .xlsx: the form that was loaded, byte for byte; otherwise, or if it is wanted plain, one with all that may be written. */
import { formContent } from '../../../database/queries/tableForms';
import type { Action } from '../../runtime/action';
import { asFileName } from '../fileName';
import { blankForm } from './blankForm';
import { tableGiven } from './given';

export const form: Action<'export.form'> = {
  transaction: false,
  async handle(input, context) {
    const { template, columns, definitions } = await tableGiven(context, input.table);
    const loaded = template.form && !input.plain ? await formContent(context.db, template.form.hash) : null;
    const content = loaded ?? (await blankForm(template, columns, definitions));
    return { file: { name: loaded ? template.form!.file : `${asFileName(template.title.replace(/[“”]/g, ''))}-表样.xlsx`, content: Buffer.from(content).toString('base64') } };
  },
};
