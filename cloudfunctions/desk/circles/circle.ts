/** One circle whole, and how far the district says it is. */
import { circleMachine, takesBack, type CircleAct } from '../../../domain/circle-moves';
import { neededIn, sheetOf } from '../../../domain/figures/sheet';
import { figureWords, rangeWords } from '../../../domain/figures/words';
import { headlineOf } from '../../../domain/headline';
import { moved } from '../../../domain/moves';
import { circleStates, currentState, lockCircle, stateOfSending } from '../../../database/queries/circles';
import { releaseCells, releasesOf } from '../../../database/queries/releases';
import type { CircleBoard } from '../../../types/contract/circles';
import { reachOf } from '../../../types/permissions';
import type { Handle } from '../../../database/handle';
import type { Action } from '../../runtime/action';
import { audit } from '../../runtime/audit';
import { refuse } from '../../runtime/refusal';
import { scopeOf, widestRole } from '../../runtime/scope';
import { readFacts } from './facts';
import { circlesWithin } from './overview';
import { circleLine, needsShown, placeOf, rulesShown, shownFigure } from './shown';

const acts = Object.keys(circleMachine) as CircleAct[];

export const circle: Action<'desk.circle'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller } = context;
    const scope = scopeOf(caller.duties);
    const read = await readFacts(context);
    const { facts } = read;
    const sheet = sheetOf(facts);
    const type = sheet.circles.find((one) => one.circle === input.id) ?? refuse('unknown_place');
    if (!circlesWithin(read, scope).has(type.circle)) return refuse('out_of_scope');
    const place = placeOf(sheet, 'circle', input.id);
    const { basic, quality } = facts.classification.body;
    const nameOf = new Map(facts.formats.body.formats.map(({ code, name }) => [code, name]));
    const definitionOf = new Map(sheet.definitions.map((one) => [one.code, one]));
    const states = await circleStates(db, input.id);
    const line = circleLine(read, sheet, type);
    return {
      asOf: context.now.toISOString(),
      role: widestRole(caller.duties),
      line,
      figures: Object.keys(place.figures).filter((code) => !/^(format|lack|want)\./.test(code)).map((code) => shownFigure(sheet, place, code)),
      formats: [...basic, ...quality].map((code) => {
        const outlets = place.figures[`format.${code}`];
        return { code, name: nameOf.get(code) ?? code, basic: basic.includes(code), presence: type.presence[code] ?? 'unchecked', outlets: outlets?.kind === 'number' ? outlets.value : 0 };
      }),
      evaluation: type.evaluated.items.map(({ item, points }) => ({
        name: item.name, figure: item.figure, weight: item.weight, points: { ...points }, text: figureWords(place.figures[item.figure] ?? refuse('not_found'), definitionOf.get(item.figure) ?? { unit: '' }),
        range: rangeWords(item, definitionOf.get(item.figure) ?? { unit: '' }),
      })),
      needs: needsShown(neededIn(sheet, input.id)),
      releases: await releasesShown(db, input.id),
      history: states.map(({ state, at, note, by }) => ({ state, at, note, mine: by === caller.person })),
      acts: reachOf('desk.moveCircle', caller.duties.map(({ role }) => role)) === 'all' ? acts.filter((act) => moved(circleMachine, line.state, act, 'staff') !== null) : [],
      rules: rulesShown(read, ['plan', 'classification', 'evaluation']),
      demo: read.demo,
      hotline: context.settings.hotline,
    };
  },
};

const releasesShown = async (db: Handle, id: string): Promise<CircleBoard['releases']> => {
  const rows = (await releasesOf(db, 'circle', id)).reverse();
  const shown: CircleBoard['releases'] = [];
  for (const row of rows) {
    const found = (await releaseCells(db, row.id, 'circle', id)).find(({ cell }) => cell.source === row.source);
    const headline = found && headlineOf(found.cell);
    if (headline) shown.push({ id: row.id, title: row.title, at: row.at, kind: row.kind, rate: headline.main, text: headline.text, interval: found.cell.interval, target: found.cell.target });
  }
  return shown;
};

export const moveCircle: Action<'desk.moveCircle'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    if (!(await lockCircle(db, input.circle))) return refuse('unknown_place');
    const before = await stateOfSending(db, input.sending);
    if (before) return before.circle_id === input.circle ? { state: before.state } : refuse('value_invalid', 'sending');
    const from = await currentState(db, input.circle);
    if (from !== input.state) return refuse('decided_already');
    const to = moved(circleMachine, from, input.act, 'staff') ?? refuse('value_invalid', 'act');
    if (takesBack(input.act) && input.note === null) return refuse('reason_required', 'note');
    await db.insertInto('lz.circle_state').values({ sending: input.sending, circle_id: input.circle, state: to, note: input.note, at: now.toISOString(), by: caller.person }).execute();
    await audit(context, `circle.${input.act}`, input.circle, { from, to, note: input.note });
    return { state: to };
  },
};
