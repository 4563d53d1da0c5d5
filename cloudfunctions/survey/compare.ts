/**
 * Two released figures against each other: a circle's with that of the round before, or with another circle's of the same release.
 * Only what was published goes in (domain/compare.ts), so nobody learns more than the two figures say.
 */
import { canonicalJson } from '../../domain/canonical';
import { compare as hold, type Estimate } from '../../domain/compare';
import { circlesAsking, namesOf, releaseCells, releasesOf, type ReleaseRow } from '../../database/queries/releases';
import { communitiesOfRound, roundById } from '../../database/queries/rounds';
import { ruleByHash } from '../../database/queries/rules';
import type { Handle } from '../../database/handle';
import type { ParsedInput } from '../../types/contract';
import type { Cell, Compared } from '../../types/contract/results';
import type { Questionnaire } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { summaryOf } from './releases';

export const compare: Action<'survey.compare'> = {
  transaction: false,
  async handle(input, context) {
    const first = await figureOf(context, input.first);
    const second = input.second ? await figureOf(context, input.second) : await before(context, first, input.first.circle);
    return { first: summaryOf(first.row, first.cell), second: second && summaryOf(second.row, second.cell), ...held(first, second), others: await othersIn(context.db, first) };
  },
};

interface Figure { readonly row: ReleaseRow; readonly cell: Cell; readonly circles: Circles; readonly names: ReadonlyMap<string, string>; readonly estimate: Estimate }
type Circles = readonly { readonly id: string; readonly name: string; readonly communities: readonly string[] }[];

const held = (first: Figure, second: Figure | null): Pick<Compared, 'comparison' | 'why'> => {
  if ([first, second].some((one) => one && one.row.kind !== 'final')) return { comparison: null, why: 'not_final' };
  if (!second) return { comparison: null, why: first.cell.source === 'drawn' ? 'none_before' : 'not_drawn' };
  const found = hold(first.estimate, second.estimate);
  return found.ok
    ? { comparison: { difference: found.difference, interval: { ...found.interval }, told: found.told, notes: [...found.notes] }, why: null }
    : { comparison: null, why: found.why };
};

const figureOf = async (context: Context, of: ParsedInput<'survey.compare'>['first']): Promise<Figure> => {
  const row = (await releasesOf(context.db, 'circle', of.circle)).find(({ id }) => id === of.release) ?? refuse('not_found');
  return figureIn(context, row, of.circle);
};

/** The final figure of the last drawn round before; of an open one there is nothing to compare. */
const before = async (context: Context, { row, cell }: Figure, circle: string): Promise<Figure | null> => {
  if (cell.source !== 'drawn') return null;
  const earlier = (await releasesOf(context.db, 'circle', circle)).find((other) => other.kind === 'final' && other.source === 'drawn' && other.round_id !== row.round_id && other.at < row.at);
  return earlier ? figureIn(context, earlier, circle) : null;
};

const figureIn = async ({ db, memo }: Context, row: ReleaseRow, circle: string): Promise<Figure> => {
  const cells = (await releaseCells(db, row.id, 'circle', circle)).map((stored) => stored.cell);
  const cell = cells.find(({ source }) => source === 'drawn') ?? cells.find(({ source }) => source === row.source) ?? refuse('not_found');
  const round = (await roundById(db, row.round_id)) ?? refuse('not_found');
  const circles = round.definition?.circles ?? (await circlesAsking(db, (await communitiesOfRound(db, round.id)).map((asked) => asked.community_code)));
  const names = await memo('community-names', 60_000, () => namesOf(db));
  const questionnaire = await memo(`rule:${round.questionnaire_hash}`, 3_600_000, () => ruleByHash<Questionnaire>(db, round.questionnaire_hash));
  const rate = cell.weighted?.rate ?? cell.rate;
  return {
    row, cell, circles, names,
    estimate: {
      round: round.id, source: cell.source, communities: communitiesIn(circles, cell, names),
      figure: rate === null || cell.interval === null ? null : { rate, ...cell.interval }, target: cell.target, underGate: cell.verdict === 'below_gate',
      asked: headlineOf(questionnaire), method: round.method_hash, basis: cell.weighted?.basis ?? 'unweighted',
    },
  };
};

/** Those of a circle that are in its figure. */
const communitiesIn = (circles: Circles, { place, without }: Cell, names: ReadonlyMap<string, string>) =>
  (circles.find(({ id }) => id === place.id)?.communities ?? []).filter((code) => !without.includes(names.get(code) ?? ''));

/** What was asked, to the word. */
const headlineOf = (of: Questionnaire | null): string => {
  const { text, options } = of?.questions.find(({ id }) => id === of.headline) ?? {};
  return canonicalJson({ text: text ?? '', options: (options ?? []).map((option) => ({ text: option.text, score: option.score ?? null })) });
};

const othersIn = async (db: Handle, { row, cell, circles, names, estimate }: Figure): Promise<Compared['others']> => {
  if (row.kind !== 'final' || cell.source !== 'drawn') return [];
  const released = (await releaseCells(db, row.id, 'circle')).map((stored) => stored.cell).filter(({ source }) => source === 'drawn');
  return circles.flatMap(({ id, name }) => {
    const other = released.find(({ place }) => place.id === id && id !== cell.place.id);
    return other ? [{ id, name, overlaps: communitiesIn(circles, other, names).some((code) => estimate.communities.includes(code)) }] : [];
  });
};
