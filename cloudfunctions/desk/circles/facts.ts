/** The facts of this moment and the rules of today, as the sheet of figures wants them. */
import { factRows, type FactRows } from '../../../database/queries/facts';
import { cellOf } from '../../../database/queries/releases';
import type { Facts, SatisfactionFact } from '../../../domain/figures/facts';
import { headlineOf } from '../../../domain/headline';
import type { Cell } from '../../../types/contract/results';
import type { ClassificationRules, DivisionRules, EvaluationRules, FormatRules, InventoryRules, MethodBody, PlanRules, UpkeepRules } from '../../../types/rules';
import type { Context } from '../../runtime/action';
import { rememberedRule, ruleInForce } from '../../runtime/ruleInForce';

export interface Read { readonly facts: Facts; readonly rows: FactRows; /** Released figures whole, by place. */ readonly cells: ReadonlyMap<string, Cell>; readonly demo: boolean }
type Reading = Pick<Context, 'db' | 'memo' | 'now'>;

export const readFacts = async (context: Reading): Promise<Read> => {
  const { db, now } = context;
  const [upkeep, inventory, method] = [await rememberedRule<UpkeepRules>(context, 'upkeep'), await rememberedRule<InventoryRules>(context, 'inventory'), await rememberedRule<MethodBody>(context, 'method')];
  const rows = await factRows(db, new Date(now.getTime() - upkeep.body.freshDays * 86_400_000), now);
  const cells = new Map(rows.released.map(({ place, id, cell }) => [`${place} ${id}`, cellOf(cell)]));
  const facts: Facts = {
    at: now.getTime(), streets: rows.streets, communities: rows.communities, circles: rows.circles, outlets: rows.outlets, entered: rows.entered,
    marks: rows.marks.map((mark) => ({ ...mark, at: Date.parse(mark.at) })),
    satisfaction: rows.released.map(({ place, id, release, demo }) => satisfactionOf(place, id, release, demo, cells.get(`${place} ${id}`)!)),
    needs: rows.needs, needRules: method.body.needs ?? missingNeeds(),
    freshDays: upkeep.body.freshDays, recheckDays: inventory.body.recheckDays,
    formats: await rememberedRule<FormatRules>(context, 'formats'), plan: await rememberedRule<PlanRules>(context, 'plan'),
    classification: await ruleInForce<ClassificationRules>(context, 'classification'), evaluation: await ruleInForce<EvaluationRules>(context, 'evaluation'),
    others: [upkeep, inventory, method, await rememberedRule<DivisionRules>(context, 'divisions')],
  };
  return { facts, rows, cells, demo: rows.demo || rows.released.some(({ demo }) => demo) || rows.needs.some(({ demo }) => demo) };
};

const missingNeeds = (): never => {
  throw new Error('the method in force says nothing of needs');
};

const satisfactionOf = (place: 'circle' | 'district', id: string, release: string, demo: boolean, cell: Cell): SatisfactionFact => {
  const headline = headlineOf(cell);
  return {
    place, id, release, demo, rate: headline && { value: headline.main, text: headline.text }, n: cell.n,
    low: cell.interval?.low ?? null, high: cell.interval?.high ?? null, verdict: cell.verdict, source: cell.source,
  };
};
