/** All releases of a circle and one of them whole: each source apart, the circle, its communities, the district, each question. */
import { circleById, communitiesOfCircle } from '../../database/queries/places';
import { releaseCells, releasesOf, type ReleaseRow } from '../../database/queries/releases';
import { roundById } from '../../database/queries/rounds';
import { sealByNumber } from '../../database/queries/seals';
import type { Handle } from '../../database/handle';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { callbackOf } from './callback';
import { summaryOf } from './releases';
import { runningRound } from './running';
import { sealSummary } from './seals';

export const results: Action<'survey.results'> = {
  transaction: false,
  async handle(input, context) {
    const { db, settings } = context;
    const circle = (await circleById(db, input.circle)) ?? refuse('unknown_place');
    const rows = await releasesOf(db, 'circle', circle.id, input.topic);
    const row = input.release ? rows.find(({ id }) => id === input.release) ?? refuse('not_found') : rows[0];
    const communities = (await communitiesOfCircle(db, circle.id)).map(({ code }) => code);
    return {
      circle: { id: circle.id, name: circle.name },
      releases: rows.map(({ id, title, at, kind }) => ({ id, title, at, kind })),
      release: row ? await whole(db, row, circle.id, communities) : null,
      running: await runningRound(context, communities, communities, input.topic),
      hotline: settings.hotline,
    };
  },
};

const whole = async (db: Handle, row: ReleaseRow, circle: string, communities: readonly string[]) => {
  const here = await releaseCells(db, row.id, 'circle', circle);
  const district = await releaseCells(db, row.id, 'district');
  const parts = (await releaseCells(db, row.id, 'community')).filter(({ cell: { place: { id } } }) => communities.includes(id) || (othersOf(id)?.includes(circle) ?? false));
  const bySource = here.map(({ cell, distributions }) => ({
    cell, distributions: [...distributions],
    district: district.find((other) => other.cell.source === cell.source)?.cell ?? null,
    communities: parts.filter((part) => part.cell.source === cell.source).map((part) => part.cell),
  }));
  const own = bySource.find(({ cell }) => cell.source === row.source);
  if (!own) return null;
  const seal = row.seal === null ? undefined : await sealByNumber(db, row.round_id, row.seal);
  return {
    ...summaryOf(row, own.cell), ...own, beside: bySource.filter((other) => other !== own),
    approval: (await roundById(db, row.round_id))?.definition?.approval ?? null, seal: seal ? sealSummary(seal) : null,
    callback: await callbackOf(db, row.round_id, circle, communities),
  };
};

/** The circles whose 其他 this is, or null. */
const othersOf = (place: string) => (place.startsWith('other:') ? place.slice('other:'.length).split('+') : null);
