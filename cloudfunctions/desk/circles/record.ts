/** What a snapshot freezes besides figures: read in the same transaction. */
import { shanghaiDay } from '../../../domain/calendar';
import type { FrozenRecord, ReleasedFigure } from '../../../domain/figures/record';
import { headlineOf } from '../../../domain/headline';
import { stepsOfCircles } from '../../../database/queries/circles';
import { projectsOf } from '../../../database/queries/projects';
import { cellOf, releasedOverTime } from '../../../database/queries/releases';
import { newestNotes } from '../../../database/queries/taskNotes';
import type { WorkPlanRules } from '../../../types/rules';
import type { Context } from '../../runtime/action';
import { ruleInForce } from '../../runtime/ruleInForce';
import { projectsShown } from '../projects/shown';
import type { Read } from './facts';

const dayOf = (iso: string) => shanghaiDay(Date.parse(iso));

export const readRecord = async (context: Pick<Context, 'db' | 'memo' | 'now'>, { facts }: Pick<Read, 'facts'>): Promise<FrozenRecord> => {
  const { db } = context;
  const used = new Set(facts.satisfaction.map(({ place, id, release }) => `${place} ${id} ${release}`));
  const releases = (await releasedOverTime(db)).map(({ place_kind, place_id, id, round_id, title, kind, at, seal, method, demo, cell }): ReleasedFigure => {
    const { source, n, interval, target, verdict, ...rest } = cellOf(cell);
    const headline = headlineOf({ ...rest, interval, target });
    return { place: place_kind, id: place_id, release: id, round: round_id, title, kind, at, seal, method, source, n, rate: headline && headline.main, text: headline && headline.text, interval, target, verdict, demo, used: used.has(`${place_kind} ${place_id} ${id}`) };
  });
  const steps = (await stepsOfCircles(db)).map(({ circle_id, state, at, note }) => ({ circle: circle_id, state, day: dayOf(at), note }));
  const { hash: rule } = await ruleInForce<WorkPlanRules>({ db }, 'work-plan');
  const told = (await newestNotes(db, 1)).map(({ task, department, street_code: street, state, text, at }) => ({ task, department, street, state, text, day: dayOf(at) }));
  return { workPlan: { rule, told }, releases, steps, projects: await projectsShown(await projectsOf(db, null), context) };
};
