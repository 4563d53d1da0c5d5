/**
 * What residents wrote, for the district: batches of at least ten, by round alone. A person looks at what no platform passed, and may
 * take away what it did pass: a platform finds what is unlawful, and no telephone numbers. Nobody passes what nobody could read.
 */
import { batchesWith, begunRounds, countShown, lockRemark, remarksWaiting, roundsWithHeld, shownRemarks } from '../../database/queries/remarks';
import { roundById } from '../../database/queries/rounds';
import type { Handle } from '../../database/handle';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';

const mostRounds = 12;
const batchesAtATime = 5;

export const remarks: Action<'desk.remarks'> = {
  transaction: false,
  async handle({ round: asked, list, before }, { db, now, remarks: { reader } }) {
    const rounds = (await begunRounds(db, now, mostRounds)).map(({ id, title, opens_at: opensAt, closes_at: closesAt, demo }) => ({ id, title, opensAt, closesAt, demo }));
    const round = asked === undefined ? await firstToSee(db, rounds) : (await roundById(db, asked))?.id ?? refuse('not_found');
    if (round === undefined) return { rounds, shown: null };
    const found = await batchesWith(db, round, list, before ?? 2 ** 31 - 1, batchesAtATime + 1);
    const page = found.slice(0, batchesAtATime);
    const texts = await shownRemarks(db, round, list, page.map(({ number }) => number));
    return {
      rounds,
      shown: {
        round, ...(await remarksWaiting(db, round)), ...(await countShown(db, round)),
        batches: page.map(({ number, day }) => ({
          number, day,
          texts: texts.filter(({ batch }) => batch === number)
            .map(({ place, text, state, reason }) => ({ place, text: state === 'refused' ? null : reader?.read({ round, batch: number, place }, text) ?? null, reason })),
        })),
        more: found.length > page.length,
      },
    };
  },
};

/** The newest where a text waits for somebody to look at it; where none does, the newest of all. */
const firstToSee = async (db: Handle, rounds: readonly { readonly id: string }[]): Promise<string | undefined> => {
  const held = new Set(await roundsWithHeld(db));
  return (rounds.find(({ id }) => held.has(id)) ?? rounds[0])?.id;
};

export const decideRemark: Action<'desk.decideRemark'> = {
  transaction: true,
  async handle({ seen, refused, ...place }, context) {
    const { db, remarks: { reader } } = context;
    const row = (await lockRemark(db, place)) ?? refuse('not_found');
    if (row.state !== seen) return refuse('decided_already');
    if (seen === 'passed' && refused === null) return refuse('value_invalid', 'refused');
    if (reader === null || reader.read(place, row.text) === null) return refuse('remark_closed');
    const state = refused === null ? 'passed' as const : 'refused' as const;
    await db.updateTable('lz.remark_shown').set({ state, reason: refused })
      .where('round_id', '=', place.round).where('batch', '=', place.batch).where('place', '=', place.place).execute();
    await audit(context, `remark.${state}`, `${place.round}/${place.batch}/${place.place}`, { reason: refused });
    return { state };
  },
};
