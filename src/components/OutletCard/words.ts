/** How an outlet's state, way and facts are said in a list and on its page. */
import { monthDay } from '../../../domain/calendar';
import type { Fact, Facts } from '../../../types/contract/shared';
import type { FactName, OpenState, OutletCard } from '../../../types/contract/outlet';
import type { Tone } from '../Tag';

/**
 * W1 open: 营业中 至 18:30. W2 shut: when it opens, a day other than today by name. W3 no hours known: 时间待核, never 休息.
 * W4 where the date is why it is shut, that first; a pause names its own end.
 */
export function openWords(open: OpenState): { readonly text: string; readonly tone: Tone } {
  if (open.state === 'unknown') return { text: '时间待核', tone: 'plain' };
  if (open.state === 'open') return { text: open.until === null ? '营业中 不打烊' : `营业中 至 ${open.until}`, tone: 'brand' };
  if (open.because?.startsWith('暂停')) return { text: open.because, tone: 'amber' };
  if (open.opens === null) return { text: open.because ?? '现在不营业', tone: 'plain' };
  const { day, at } = open.opens;
  if (open.because !== undefined) return { text: `${open.because}，${day} ${at} 开门`, tone: 'amber' };
  return { text: day === '今天' ? `${at} 开门` : `${day} ${at} 开门`, tone: 'amber' };
}

/** The order in which facts are asked and shown, with the words for yes, no and as a question. */
export const factWords: readonly { readonly name: FactName; readonly yes: string; readonly no: string; readonly ask: string }[] = [
  { name: 'cash', yes: '收现金', no: '不收现金', ask: '收现金吗' },
  { name: 'stepFree', yes: '无台阶', no: '有台阶', ask: '门口没有台阶吗' },
  { name: 'seats', yes: '有座', no: '没有座位', ask: '有座位可以歇脚吗' },
  { name: 'staffed', yes: '人工服务', no: '没有人工', ask: '有人工服务吗' },
];

/** Facts that are known to hold, in words. */
export const knownFacts = (facts: Facts): string[] => factWords.filter(({ name }) => facts[name] === 'yes').map(({ yes }) => yes);

/** A fact by itself; unknown is said, not left out. */
export function factSaid(word: (typeof factWords)[number], fact: Fact): { readonly text: string; readonly tone: Tone } {
  if (fact === 'yes') return { text: `${word.yes} ✓`, tone: 'brand' };
  return fact === 'no' ? { text: word.no, tone: 'amber' } : { text: `${word.yes} 未知`, tone: 'plain' };
}

/** 11月16日; with its year when that is not this one. */
export const dayWords = (day: string, thisYear: number): string => (day.startsWith(`${thisYear}-`) ? '' : `${day.slice(0, 4)}年`) + monthDay(day);

/** 11月16日核实 · 11月18日确认过; the newer of both. */
export function signWords({ verifiedOn, confirmedOn = null }: Pick<OutletCard, 'verifiedOn' | 'confirmedOn'>, thisYear: number): string {
  if (confirmedOn !== null && (verifiedOn === null || confirmedOn >= verifiedOn)) return `${dayWords(confirmedOn, thisYear)}确认过`;
  return verifiedOn === null ? '还没有核实过' : `${dayWords(verifiedOn, thisYear)}核实`;
}

/** 180 米; metres come rounded to 10. */
export const metresText = (metres: number): string => (metres === 0 ? '10 米内' : `${metres} 米`);

/** 约 3 分钟 · 180 米. */
export const walkText = ({ minutes, metres, estimated }: NonNullable<OutletCard['walk']>): string =>
  `${estimated ? '约 ' : ''}${minutes} 分钟 · ${metresText(metres)}`;

/** 小修小补 · 改衣 换拉链; at most `most` services, the rest counted. */
export function kindText({ format, services }: Pick<OutletCard, 'format' | 'services'>, most = 3): string {
  const named = services.slice(0, most).join(' ');
  const rest = services.length > most ? ` 等 ${services.length} 项` : '';
  return named === '' ? format.name : `${format.name} · ${named}${rest}`;
}

/** Today is a holiday about which nobody said anything. */
export const unsureWords = (open: OpenState): string | null => (open.state === 'unknown' || open.unsure === undefined ? null : `今天是${open.unsure}，开不开门先问一问`);
