/** A round's definition as it was sealed: what whoever draws, prints or audits elsewhere needs of it. */
import type { Database } from '../../database/handle';
import { roundById } from '../../database/queries/rounds';
import type { RoundDefinition } from '../../types/round';
import { StartError } from '../config';

export const definitionOf = async ({ owner }: Pick<Database, 'owner'>, id: string): Promise<{ readonly definition: RoundDefinition }> => {
  const round = await roundById(owner, id);
  if (!round) throw new StartError(`没有编号为 ${id} 的轮次。`);
  if (!round.definition) throw new StartError(`轮次 ${id} 是封存以前设的，没有规定可以导出。`);
  return { definition: round.definition };
};
