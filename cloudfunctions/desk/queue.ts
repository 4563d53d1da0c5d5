/** Registrations that wait, oldest first, or one by its id, each with what is already listed, or waits as well, and may be the same outlet. */
import { filesById } from '../../database/queries/files';
import { similarOutlets } from '../../database/similarOutlets';
import { entryOfDraft, similarRegistrations } from '../../database/similarRegistrations';
import { latestRule } from '../../database/queries/rules';
import { countWaiting, placedRegistration, shownRegistration, waitingRegistrations } from '../../database/queries/registrations';
import type { FormatRules } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { duplicateRules } from '../runtime/duplicateRules';
import { refuse } from '../runtime/refusal';
import { shownPhotos } from '../runtime/shownPhotos';
import { upkeepRules } from '../runtime/upkeep';
import { scopeOf } from '../runtime/scope';
import { witnessingOfRegistration } from './witnessed';

const mostShown = 50;
const mostSimilar = 5;

export const queue: Action<'desk.queue'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now, settings } = context;
    const scope = scopeOf(caller.duties, input.street);
    const formats = (await latestRule<FormatRules>(db, 'formats'))?.body.formats ?? [];
    const rules = await duplicateRules(context);
    const items = [];
    const rows = input.id === undefined ? await waitingRegistrations(db, scope, mostShown) : [await oneWaiting(input.id, scope, context)];
    const photos = await shownPhotos(await filesById(db, rows.flatMap(({ draft }) => draft.photos?.map(({ id }) => id) ?? [])), context);
    for (const row of rows) {
      const entry = entryOfDraft(row.draft);
      const similar = await similarOutlets(db, entry, rules, { except: row.outlet_id });
      const alike = row.outlet_id === null ? (await similarRegistrations(db, entry, rules, { except: row.id })).filter(({ registration }) => scope === null || scope.includes(registration.street_code)) : [];
      items.push({
        registration: shownRegistration(row),
        community: { code: row.community_code, name: row.communityName },
        formatName: formats.find(({ code }) => code === row.draft.format)?.name ?? '其他',
        photos: row.draft.photos?.flatMap(({ id }) => photos.find((photo) => photo.id === id) ?? []) ?? [],
        ...(await unlicensed(row, context)),
        waitingHours: Math.max(0, Math.floor((now.getTime() - Date.parse(row.submitted_at)) / 3_600_000)),
        similar: similar.slice(0, mostSimilar).map(({ outlet, metres, score, level, reasons }) => (
          { id: outlet.id, name: outlet.name, metres: metres ?? 0, score, level: level === 'no' ? 'possible' as const : level, reasons: reasons.map(({ words }) => words) })),
        alike: alike.slice(0, mostSimilar).map(({ registration: { id, draft: { name, address } }, score, level, reasons }) => (
          { id, name, address, score, level: level === 'no' ? 'possible' as const : level, reasons: reasons.map(({ words }) => words) })),
      });
    }
    return { items, waiting: await countWaiting(db, scope), reasons: (await upkeepRules(context)).reasons.filter((one) => one.for.includes('registration')).map(({ code, say, mend }) => ({ code, say, mend })), hotline: settings.hotline };
  },
};

/** `witness` is all that phones of before know of it. */
const unlicensed = async ({ id, outlet_id, draft }: Awaited<ReturnType<typeof waitingRegistrations>>[number], context: Context) => {
  if (draft.creditCode !== null) return { witnessing: null };
  const witnessing = await witnessingOfRegistration(id, outlet_id, context);
  return { witness: witnessing.now?.state === 'standing' ? witnessing.now.until : null, witnessing };
};

/** For a case opened by its link. */
const oneWaiting = async (id: string, scope: readonly string[] | null, { db }: Context) => {
  const row = (await placedRegistration(db, id)) ?? refuse('not_found');
  if (scope !== null && !scope.includes(row.street_code)) return refuse('out_of_scope');
  return row.state === 'pending' ? row : refuse('decided_already');
};
