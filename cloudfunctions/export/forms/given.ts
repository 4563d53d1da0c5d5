/** A table of the rules in force, and what may be written in it. */
import { levelsInOrder } from '../../../domain/classification';
import { figureDefinitions, type FigureDefinition } from '../../../domain/figures/definitions';
import { columnsOf } from '../../../domain/tables';
import type { ClassificationRules, FormatRules, TableColumn, TableRules, TableTemplate, UpkeepRules } from '../../../types/rules';
import type { Context } from '../../runtime/action';
import { refuse } from '../../runtime/refusal';
import { rememberedRule, ruleInForce, type InForce } from '../../runtime/ruleInForce';

export interface Given {
  readonly rules: InForce<TableRules>;
  readonly template: TableTemplate;
  /** As they are spelt out. */
  readonly columns: readonly TableColumn[];
  readonly definitions: readonly FigureDefinition[];
}

/** Refuses a table that is not there with `not_found`. */
export const tableGiven = async (context: Pick<Context, 'db' | 'memo'>, code: string): Promise<Given> => {
  const rules = await ruleInForce<TableRules>(context, 'tables');
  const template = rules.body.tables.find((one) => one.code === code) ?? refuse('not_found', 'table');
  const { body: classification } = await ruleInForce<ClassificationRules>(context, 'classification');
  const { formats } = (await rememberedRule<FormatRules>(context, 'formats')).body;
  const { freshDays } = (await rememberedRule<UpkeepRules>(context, 'upkeep')).body;
  return { rules, template, columns: columnsOf(template, classification, formats), definitions: figureDefinitions({ formats, levels: levelsInOrder(classification).map(({ name }) => name), freshDays }) };
};
