/**
 * Whether a round can be added, said before anything is written: a round never changes once it is open, so a
 * mistake could not be mended. Pure; each fault is one sentence, and all are told.
 *
 * S1 It closes after it opens, and opens no earlier than now.
 * S2 There is one final release, not before the closing. An interim one lies between opening and closing.
 * S3 No two releases of a kind on one UTC day: a release is named by its day.
 * S4 Each community is known, named once, and belongs to a circle.
 * S5 No community is asked by two rounds on one topic at a time: a resident would meet one of them by chance.
 * S6 The id is new.
 * S7 A drawn round says how its households come to be drawn, an open one does not. The seed is known only after the round was sealed,
 *    so nobody can look for a draw that pleases, and before it opens.
 * S8 The frame has households of every community that is asked.
 * S9 A census table that is named was imported, and has every community that is asked, whole (domain/census.ts).
 * S10 Answers are kept until after the final release; how long else is the file's to say.
 */
import { censusProblems, type CensusProblem } from '../../domain/census';
import type { Topic } from '../../types/contract/shared';
import type { CensusTable } from '../../types/rules';
import type { Instant } from '../../types/units';
import { inFull } from './inFull';
import type { RoundFile } from './roundFile';

export interface KnownRound {
  readonly id: string;
  readonly title: string;
  readonly topic: Topic;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly communities: readonly string[];
}
export interface Known {
  readonly now: Date;
  /** Community → its name and the circles it belongs to. */
  readonly communities: ReadonlyMap<string, { readonly name: string; readonly circles: readonly string[] }>;
  readonly circles: readonly string[];
  readonly rounds: readonly KnownRound[];
  /** Version → table. */
  readonly censuses: ReadonlyMap<string, CensusTable>;
  readonly graceHours: number;
}
export interface CheckedRound {
  /** Codes, sorted. */
  readonly communities: readonly string[];
  readonly problems: readonly string[];
}

export const checkRound = (round: RoundFile & { readonly frame?: FrameSummary | undefined }, known: Known): CheckedRound => {
  const { communities, problems } = placesOf(round, known);
  const all = [...timeProblems(round, known.now), ...releaseProblems(round), ...keepProblems(round, known.graceHours), ...problems, ...sampleProblems(round, communities, known), ...tableProblems(round, communities, known), ...clashes(round, communities, known.rounds)];
  return { communities, problems: all };
};

/** Of a frame: what is sealed of it, and how many households each community has. */
export interface FrameSummary { readonly hash: string; readonly households: Readonly<Record<string, number>> }

const sampleProblems = ({ source, sample, opensAt, frame }: RoundFile & { readonly frame?: FrameSummary | undefined }, communities: readonly string[], known: Known): string[] => {
  if (source === 'open') return sample ? ['自愿参与（open）的轮次不用写抽样（sample）。要抽样，请把 source 写成 drawn。'] : [];
  if (!sample) return ['抽样（drawn）的轮次要写 sample：从户名册里抽（frame），或用外部名单（external）。样子见 docs/examples/round-drawn.json。'];
  if (sample.from === 'external') return [];
  const missing = communities.filter((code) => !(frame?.households[code]));
  return [
    ...(ms(sample.seedAt) <= known.now.getTime() ? [`种子（${inFull(sample.seedAt)}）现在已经知道了。请换一个将来才公布的值，先封存规定，再公布种子。`] : []),
    ...(sample.seedAt >= opensAt ? [`种子要在开始（${inFull(opensAt)}）以前公布，还要留出印信和寄信的时间。`] : []),
    ...missing.map((code) => `户名册里没有${known.communities.get(code)?.name ?? ''}（${code}）的户。`),
  ];
};

const timeProblems = ({ opensAt, closesAt }: RoundFile, now: Date): string[] => [
  ...(closesAt <= opensAt ? [`结束时间（${inFull(closesAt)}）要晚于开始时间（${inFull(opensAt)}）。`] : []),
  ...(ms(opensAt) < now.getTime() ? [`开始时间（${inFull(opensAt)}）已经过去。轮次开始后不能再改，请写一个将来的时间。`] : []),
];

const releaseProblems = ({ opensAt, closesAt, releases }: RoundFile): string[] => {
  const finals = releases.filter(({ kind }) => kind === 'final');
  const sameDay = releases.filter(({ kind, at }, i) => releases.findIndex((other) => other.kind === kind && other.at.slice(0, 10) === at.slice(0, 10)) < i);
  return [
    ...(finals.length === 0 ? ['没有写最终发布（kind 为 final）的时间。'] : []),
    ...(finals.length > 1 ? ['最终发布只能有一次。'] : []),
    ...finals.filter(({ at }) => at < closesAt).map(({ at }) => `最终发布（${inFull(at)}）早于结束时间（${inFull(closesAt)}）。`),
    ...releases.filter(({ kind, at }) => kind === 'interim' && (at <= opensAt || at >= closesAt)).map(({ at }) => `中间发布（${inFull(at)}）要在开始以后、结束以前。`),
    ...sameDay.filter(({ kind }) => kind === 'interim').map(({ at }) => `同一天（按世界时）有两次中间发布：${inFull(at)}。请只留一次。`),
  ];
};

/** The instant from which the final figures can be made: closing and grace, or later. */
export const finalAt = ({ closesAt, releases }: Pick<RoundFile, 'closesAt' | 'releases'>, graceHours: number): string =>
  new Date(Math.max(ms(closesAt) + graceHours * 3_600_000, ...releases.filter(({ kind }) => kind === 'final').map(({ at }) => ms(at)))).toISOString();

const keepProblems = (round: RoundFile, graceHours: number): string[] => {
  const released = finalAt(round, graceHours);
  return round.keepUntil === undefined || ms(round.keepUntil) > ms(released) ? []
    : [`原始答卷保存到（keepUntil，${inFull(round.keepUntil)}）要晚于最终公布（最早 ${inFull(released)}）。`];
};

const tableProblems = ({ census: version }: RoundFile, communities: readonly string[], { communities: places, censuses }: Known): string[] => {
  if (version === undefined) return [];
  const table = censuses.get(version);
  if (!table) return [`没有版本为「${version}」的人口表。${censuses.size > 0 ? `导入过的有：${[...censuses.keys()].join('、')}。` : '请先用 npm run import -- census 导入。'}`];
  return censusProblems(table, communities).map(({ community, problem }) => `人口表「${version}」里${places.get(community)?.name ?? '社区'}（${community}）${tableWords[problem]}。`);
};

const tableWords: Readonly<Record<CensusProblem['problem'], string>> = {
  missing: '没有人口数，这一轮却要问', twice: '出现了两次', negative: '有负数', fractional: '有不是整数的数', nobody: '一个成年人也没有',
  more_households_than_adults: '户数比成年人还多', bands_do_not_add_up: '两个年龄段加起来不等于合计',
};

const placesOf = ({ communities: asked }: RoundFile, known: Known): CheckedRound => {
  const inCircles = [...known.communities].filter(([, { circles }]) => circles.length > 0);
  if (asked === 'all') return { communities: inCircles.map(([code]) => code).sort(), problems: [] };
  if (!Array.isArray(asked)) {
    const wanted = asked.circles;
    const problems = wanted.filter((id) => !known.circles.includes(id)).map((id) => `没有「${id}」这个生活圈。可以写：${known.circles.join('、')}。`);
    return { communities: inCircles.filter(([, { circles }]) => circles.some((id) => wanted.includes(id))).map(([code]) => code).sort(), problems };
  }
  const unique = [...new Set(asked)];
  return {
    communities: unique.sort(),
    problems: [
      ...unique.filter((code) => asked.filter((other) => other === code).length > 1).map((code) => `社区 ${code} 写了不止一次。`),
      ...unique.flatMap((code) => {
        const community = known.communities.get(code);
        if (!community) return [`没有代码为 ${code} 的社区。`];
        return community.circles.length === 0 ? [`${community.name}（${code}）不属于任何生活圈，答了也不会计入任何结果。`] : [];
      }),
    ],
  };
};

const clashes = (round: RoundFile, communities: readonly string[], rounds: readonly KnownRound[]): string[] => [
  ...(rounds.some(({ id }) => id === round.id) ? [`编号 ${round.id} 已经用过，请换一个。`] : []),
  ...rounds.filter((other) => other.id !== round.id && other.topic === (round.topic ?? 'satisfaction') && ms(other.opensAt) < ms(round.closesAt) && ms(round.opensAt) < ms(other.closesAt))
    .flatMap((other) => {
      const both = communities.filter((code) => other.communities.includes(code));
      return both.length > 0 ? [`与「${other.title}」（${other.id}，${inFull(other.opensAt)} 至 ${inFull(other.closesAt)}）时间重叠，有 ${both.length} 个社区两轮都问。`] : [];
    }),
];

const ms = (at: Instant | string): number => Date.parse(at);
