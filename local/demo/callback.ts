/**
 * The call-back of a demonstration round's letters, planned, drawn and counted in the days after it was published. In one circle some
 * say that somebody else decided, so that the warning can be seen. Done again it changes nothing.
 */
import { roundById } from '../../database/queries/rounds';
import type { Database } from '../../database/handle';
import { plan as liangzhou } from '../../rules';
import { loadCallback } from '../callback/loadCallback';
import { calledFor } from '../callback/makeCallback';
import { countColumns } from '../callback/parseCounts';
import { planCallback } from '../callback/planCallback';
import { recordCallback } from '../callback/recordCallback';
import { tableOf } from '../import/table';
import { demoFrame } from './letters';
import { chanceFrom } from './random';

const dayMs = 86_400_000;
const seed = '演示：回访的种子 620602';
const troubled = 'xuanwu-huangtai';

/** `releasedAt` in epoch ms: what follows is dated from it. */
export const demoCallback = async (database: Pick<Database, 'owner'>, round: string, releasedAt: number): Promise<void> => {
  const at = (days: number) => new Date(releasedAt + days * dayMs);
  const { plan } = await planCallback(database, { round, seed: '演示用的固定种子，不是真的公开值', seedAt: at(3).toISOString(), share: null }, at(1));
  const definition = (await roundById(database.owner, round))!.definition!;
  if (definition.sample?.from !== 'frame') throw new Error(`demonstration round ${round} has no frame`);
  const called = calledFor(definition, plan, demoFrame(definition.sample), seed);
  await loadCallback(database, { kind: 'lz-callback-draw-1', round, seed: called.seed, drawn: called.drawn }, at(3.5));
  const chance = chanceFrom(620602);
  const rows = plan.communities.map(({ code, called: households }) => {
    const led = liangzhou.circles.some(({ id, communities }) => id === troubled && communities.includes(code)) ? 1 + chance.below(2) : 0;
    const [unreached, noLetter, unanswered] = [chance.below(3), chance.below(2), 2 + chance.below(3)];
    return [code, households - led - unreached - noLetter - unanswered, led, unanswered, noLetter, unreached];
  });
  const table = tableOf([Object.values(countColumns), ...rows].map((cells, i) => ({ line: i + 1, cells: cells.map(String) })), countColumns.code);
  const { problems } = await recordCallback(database, { round, table, reason: null }, at(10));
  if (problems.length > 0) throw new Error(`demonstration call-back refused: ${problems.join(' ')}`);
};
