/**
 * Rows of text → what the calls found, or what is wrong with each row. Pure.
 *
 * S1 Every community that was called stands once, by its name or code, with a whole number for each outcome; an empty cell is none.
 * S2 The outcomes of a community add up to the households drawn there (domain/callback.ts, K3).
 * S3 Every fault of every row is told, with its line.
 */
import { calledOf } from '../../domain/callback';
import { cellReaders } from '../../domain/census-list/cells';
import type { CallbackCount, CallbackPlan } from '../../types/callback';
import type { DivisionRules, FormatRules } from '../../types/rules';
import { StartError } from '../config';
import type { Table } from '../import/table';

export const countColumns = { code: '社区', own: '自己拿的主意', led: '别人拿的主意', unanswered: '没有答', noLetter: '没收到信', unreached: '没联系上' } as const;
type Outcome = Exclude<keyof typeof countColumns, 'code'>;
const outcomes = Object.keys(countColumns).slice(1) as Outcome[];

export interface ParsedCounts { readonly counts: readonly CallbackCount[]; readonly problems: readonly string[] }

export const parseCounts = (table: Table, communities: CallbackPlan['communities'], rules: { formats: FormatRules; divisions: DivisionRules }): ParsedCounts => {
  const missing = Object.values(countColumns).filter((heading) => table.headings.filter((one) => one === heading).length !== 1);
  if (missing.length > 0) throw new StartError(`表里要有这几列，各一次：${missing.join('、')}。请用抽签时写好的那张空表。`);
  const problems: string[] = [];
  const { community: communityOf } = cellReaders(rules);
  const seen = new Set<string>();
  const counts = table.rows.flatMap(({ line, cells }): CallbackCount[] => {
    const cell = (column: keyof typeof countColumns) => (cells[table.headings.indexOf(countColumns[column])] ?? '').normalize('NFKC').trim();
    const refuse = (reason: string) => {
      problems.push(`第 ${line} 行：${reason}`);
      return [];
    };
    let unread = '';
    const code = communityOf(cell('code'), (_column, reason) => {
      unread = reason;
      return null;
    });
    if (code === null) return refuse(`「${countColumns.code}」${unread}。`);
    const drawn = communities.find((community) => community.code === code);
    if (!drawn) return refuse(`${cell('code')} 没有抽回访。`);
    if (seen.has(code)) return refuse(`${cell('code')} 写了不止一次。`);
    seen.add(code);
    const wrong = outcomes.find((outcome) => !/^\d{0,6}$/.test(cell(outcome)));
    if (wrong) return refuse(`「${countColumns[wrong]}」里的「${cell(wrong)}」不是户数。`);
    const of = (outcome: Outcome) => Number(cell(outcome));
    const count: CallbackCount = { code, own: of('own'), led: of('led'), unanswered: of('unanswered'), noLetter: of('noLetter'), unreached: of('unreached') };
    if (calledOf(count) !== drawn.called) return refuse(`${cell('code')} 抽了 ${drawn.called} 户，这一行加起来是 ${calledOf(count)} 户。没找到人的写在「${countColumns.unreached}」里。`);
    return [count];
  });
  const names = new Map(rules.divisions.streets.flatMap((street) => street.communities.map(({ code, name }) => [code, name] as const)));
  for (const { code } of communities) if (!seen.has(code)) problems.push(`缺${names.get(code) ?? code}的一行。`);
  return { counts: counts.sort((a, b) => (a.code < b.code ? -1 : 1)), problems };
};
