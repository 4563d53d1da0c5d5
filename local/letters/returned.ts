/** Letters that came back undelivered: so many of each community so far. Counted, never named: whose letter it was stays on the envelope. */
import { sql } from 'kysely';
import type { Database } from '../../database/handle';
import { letterListOf, lettersBy } from '../../database/queries/letters';
import { StartError } from '../config';
import type { Line, Table } from '../import/table';

export const returnedColumns = { community: '社区代码', returned: '退回封数' } as const;

export interface ReturnedInput { readonly round: string; readonly table: Table }
export interface ReturnedOutput { readonly problems: readonly string[]; readonly communities: number; readonly returned: number }

export const noteReturned = ({ owner }: Pick<Database, 'owner'>, { round, table }: ReturnedInput, now: Date): Promise<ReturnedOutput> =>
  owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('lz.letters'))`.execute(tx);
    if (!(await letterListOf(tx, round))) throw new StartError(`轮次 ${round} 没有信函名单。`);
    const issued = new Map((await lettersBy(tx, round, now.toISOString())).map((row) => [row.community, row]));
    const [at, count] = [table.headings.indexOf(returnedColumns.community), table.headings.indexOf(returnedColumns.returned)];
    if (count < 0) throw new StartError(`表里没有「${returnedColumns.returned}」这一列。`);
    const problems: string[] = [];
    const rows = table.rows.flatMap(({ line, cells }: Line) => {
      const community = (cells[at] ?? '').normalize('NFKC').trim();
      const text = (cells[count] ?? '').normalize('NFKC').trim();
      const here = issued.get(community);
      const returned = /^\d{1,6}$/.test(text) ? Number(text) : null;
      if (!here) problems.push(`第 ${line} 行：社区 ${community || '(空)'} 没有寄过信。`);
      else if (returned === null) problems.push(`第 ${line} 行：「${text}」不是封数。`);
      else if (returned > here.issued) problems.push(`第 ${line} 行：退回 ${returned} 封，比寄出的 ${here.issued} 封还多。`);
      else return [{ round_id: round, community_code: community, returned, at: now.toISOString() }];
      return [];
    });
    if (rows.length === 0 && problems.length === 0) problems.push('列名下面没有内容。');
    const twice = rows.find(({ community_code }, i) => rows.findIndex((row) => row.community_code === community_code) < i);
    if (twice) problems.push(`社区 ${twice.community_code} 写了不止一次。`);
    if (problems.length > 0) return { problems, communities: 0, returned: 0 };
    const changed = rows.filter(({ community_code, returned }) => issued.get(community_code)!.returned !== returned);
    if (changed.length > 0) await tx.insertInto('lz.letter_return').values(changed).execute();
    await tx.insertInto('lz.audit').values({ at: now.toISOString(), actor: 'console', action: 'letters.returned', subject: round, detail: JSON.stringify(changed.map(({ community_code, returned }) => [community_code, returned])) }).execute();
    return { problems, communities: rows.length, returned: rows.reduce((sum, row) => sum + row.returned, 0) };
  });
