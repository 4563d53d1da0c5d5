/** The seals of a round, and its leaves in their order: everything an outsider needs to check that nothing sealed was changed or dropped. */
import { canonicalJson } from '../../domain/canonical';
import { hex, purgeText } from '../../domain/leaf';
import { purgeOf } from '../../database/queries/keeping';
import { leavesFrom, sealsOf, type Seal } from '../../database/queries/seals';
import { roundById } from '../../database/queries/rounds';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';

/** A fortnight of hours: more are asked for by the list itself. */
const mostSeals = 400;
const leavesAPage = 5000;

export const sealSummary = ({ number, at, size, root }: Seal) => ({ number, at, size, root: hex(root) });

export const seals: Action<'survey.seals'> = {
  transaction: false,
  async handle({ round: id }, { db, secrets }) {
    const round = (await roundById(db, id)) ?? refuse('not_found');
    const purge = await purgeOf(db, id);
    return {
      round: { id: round.id, title: round.title, opensAt: round.opens_at, closesAt: round.closes_at, demo: round.demo },
      definition: round.definition === null ? null : canonicalJson(round.definition),
      definitionHash: round.definition_hash && hex(round.definition_hash),
      keepUntil: round.definition?.keepUntil ?? null,
      purged: purge && { at: purge.at, text: purgeText(purge.entry) },
      publicKey: hex(secrets.publicKey),
      seals: (await sealsOf(db, id, mostSeals)).map(sealSummary),
    };
  },
};

export const leaves: Action<'survey.leaves'> = {
  transaction: false,
  async handle({ round, from }, { db }) {
    const found = await leavesFrom(db, round, from, leavesAPage + 1);
    return { leaves: found.slice(0, leavesAPage).map(hex), more: found.length > leavesAPage };
  },
};
