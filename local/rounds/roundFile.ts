/**
 * A round as somebody writes it down: a JSON file, checked for its shape alone. What the dates and communities
 * mean is checked by `checkRound`.
 */
import * as v from 'valibot';
import { StartError } from '../config';
import { circleId, communityCode, count, roundId, source, topic } from '../../types/contract/shared';
import { instant, type Instant } from '../../types/units';

/** A time of day without its zone could be meant anywhere: refused, not guessed. */
export const time = v.pipe(
  v.string('应是加引号的时间'),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/, '应写成 2026-12-01T09:00:00+08:00 这样，带上时区 +08:00'),
  v.check((text) => isOnCalendar(text), '日历上没有这个时间'),
  v.transform((text): Instant => instant(new Date(text).toISOString())),
);

const seedText = v.pipe(v.string('应是加引号的文字'), v.trim(), v.minLength(4, '太短'), v.maxLength(200, '太长，最多 200 个字'));
const sample = v.variant('from', [
  v.strictObject({
    from: v.literal('frame'),
    /** The frame's file, from where the round's file lies. */
    frame: v.pipe(v.string('应是户名册的文件名'), v.minLength(1)),
    /** Which public value will be the seed. */
    seed: seedText,
    seedAt: time,
    /** Letters to each community; without it as many as the method's power asks for. */
    letters: v.optional(v.pipe(count, v.minValue(1), v.maxValue(10_000))),
  }),
  v.strictObject({ from: v.literal('external'), who: seedText }),
]);
export type RoundSample = v.InferOutput<typeof sample>;

const shape = v.strictObject({
  id: v.pipe(v.string('应是加引号的文字'), roundId),
  title: v.pipe(v.string('应是加引号的文字'), v.trim(), v.minLength(2, '太短'), v.maxLength(40, '太长，最多 40 个字')),
  source,
  topic: v.optional(topic),
  opensAt: time,
  closesAt: time,
  communities: v.union([v.literal('all'), v.pipe(v.array(communityCode), v.minLength(1), v.maxLength(1000)), v.strictObject({ circles: v.pipe(v.array(circleId), v.minLength(1)) })]),
  target: v.optional(v.pipe(count, v.maxValue(100_000))),
  sample: v.optional(sample),
  census: v.optional(v.pipe(v.string('应是加引号的文字'), v.trim(), v.minLength(1))),
  keepUntil: v.optional(time),
  releases: v.pipe(v.array(v.strictObject({ kind: v.picklist(['interim', 'final']), at: time })), v.maxLength(20, '最多 20 次')),
});
export type RoundFile = v.InferOutput<typeof shape>;

const hints: Readonly<Record<string, string>> = {
  id: '应是 3 到 40 个小写字母、数字或短横线，例如 "2026-winter"',
  topic: '只能是 "satisfaction"（满意度，不写就是它）或 "needs"（有什么、缺什么）',
  source: '只能是 "open"（自愿参与）或 "drawn"（抽样）',
  communities: '应是 "all"（所有圈的社区），或 ["620602001001", …] 这样的社区代码，或 {"circles": ["dongdajie", …]}',
  target: '应是每个社区的目标份数，0 或更大的整数',
  'sample.from': '只能是 "frame"（从户名册里抽）或 "external"（外部名单）',
  'sample.letters': '应是每个社区寄几封信，1 到 10000 的整数',
  census: '应是导入过的人口表的版本，例如 "2025年末"',
  'releases.kind': '只能是 "interim"（中间）或 "final"（最终）',
};

/** Reads the text of a file. Throws `StartError` in one sentence, naming the first place that is wrong. */
export const readRoundFile = (text: string): RoundFile => {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new StartError('这个文件不是 JSON，读不下去。可以照着 docs/examples/round.json 改。');
  }
  const read = v.safeParse(shape, json);
  if (read.success) return read.output;
  throw new StartError(sentenceOf(read.issues[0]));
};

const sentenceOf = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue) ?? '';
  if (path === '') return '文件里应是一个 {…}，可以照着 docs/examples/round.json 改。';
  if (issue.kind === 'schema' && issue.expected === 'never') return `「${path}」是多余的一项，请去掉。`;
  if (issue.received === 'undefined') return `缺「${path}」这一项。`;
  const name = path.replace(/\.\d+/g, '');
  const own = Object.keys(hints).find((key) => name === key || name.startsWith(`${key}.`));
  return `「${path}」不对：${own ? hints[own] : issue.message}。`;
};

/** 2026-02-30 would otherwise become 2 March. */
const isOnCalendar = (text: string): boolean => {
  const day = text.slice(0, 10);
  const asUtc = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(Date.parse(text)) && !Number.isNaN(asUtc.getTime()) && asUtc.toISOString().startsWith(day);
};
