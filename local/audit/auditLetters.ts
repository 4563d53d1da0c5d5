/**
 * The letters of a round: the list is the one that was sealed before the round opened, each community has as many as the definition
 * says, and no community has more drawn answers than letters.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { hex, lettersText } from '../../domain/leaf';
import { letterListRoot } from '../../domain/letters';
import { leafOf } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import { letterListOf } from '../../database/queries/letters';
import type { RoundRow } from '../../database/queries/rounds';
import { demand } from './findings';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** What was found right; null for a round without letters. */
export const auditLetters = async (tx: Handle, round: RoundRow): Promise<string | null> => {
  const sample = round.definition!.sample;
  const list = await letterListOf(tx, round.id);
  if (!sample) {
    demand(list === undefined, '这一轮没有设抽样，却有信函名单。');
    return null;
  }
  if (!list) {
    const { n } = await tx.selectFrom('lz.response').select(({ fn }) => fn.countAll<number>().as('n')).where('round_id', '=', round.id).where('source', '=', 'drawn').executeTakeFirstOrThrow();
    demand(n === 0, `没有信函名单，却有 ${n} 份抽样的答卷。`);
    return '这一轮设了抽样，还没有信函名单，也没有抽样的答卷。';
  }
  const letters = await tx.selectFrom('lz.letter').select(['code_hash', 'community_code']).where('round_id', '=', round.id).execute();
  const root = letterListRoot(letters.map(({ code_hash, community_code }) => ({ community: community_code, codeHash: code_hash })), sha256);
  demand(letters.length === list.issued && hex(root) === hex(list.root), `信函名单被改过：记着 ${list.issued} 封，表里有 ${letters.length} 封，根${hex(root) === hex(list.root) ? '一致' : '不同'}。`);
  const leaf = leafOf(lettersText({ round: round.id, origin: list.origin, issued: list.issued, root: list.root, seed: list.seed, drawn: list.drawn }));
  demand(hex(leaf) === hex(list.leaf), '信函名单的记录与封存的不一样。');
  const { rows: [sealed] } = await sql<{ at: string | null }>`
    select min(s.at) as at from lz.leaf l join lz.seal s on s.round_id = l.round_id and s.size > l.position where l.leaf = ${list.leaf} and l.round_id = ${round.id}`.execute(tx);
  demand(sealed?.at != null && sealed.at < round.opens_at, '信函名单不是在轮次开始以前封存的。');
  if (sample.from === 'frame') {
    for (const { code, letters: wanted } of sample.letters) {
      const sent = letters.filter(({ community_code }) => community_code === code).length;
      demand(sent === wanted, `社区 ${code} 规定 ${wanted} 封信，名单里有 ${sent} 封。`);
    }
  }
  const { rows } = await sql<{ community: string; answers: number; letters: number }>`
    select community, sum(answers)::integer as answers, sum(letters)::integer as letters from (
      select r.community_code as community, 1 as answers, 0 as letters from lz.response r where r.round_id = ${round.id} and r.source = 'drawn' and not exists (select from lz.withdrawal w where w.of_leaf = r.leaf)
      union all select community_code, 0, 1 from lz.letter where round_id = ${round.id}) t group by community`.execute(tx);
  for (const { community, answers, letters: sent } of rows) demand(answers <= sent, `社区 ${community} 有 ${answers} 份抽样的答卷，信只有 ${sent} 封。`);
  return `信函名单 ${list.issued} 封，与开始以前封存的一致；各社区的抽样答卷都不多于信。`;
};
