/** Satisfaction as it was published: by circle, and over time where there is more than one release. */
import { shanghaiDay } from '../../calendar';
import type { ReleasedFigure } from '../../figures/record';
import { percent } from '../../figures/words';
import { sourceWord, verdictWords } from '../../headline';
import { say, words, type Block, type Spans } from '../blocks';
import { charted } from '../charted';
import { district, figure, placesOf, shortName, valueOf, type ReportGiven } from '../given';

const kindWords = { interim: '中期', final: '最终' } as const;

export const satisfaction = (given: ReportGiven): Block[] => {
  const places = [...placesOf(given, 'circle'), district(given)];
  const published = places.filter((place) => valueOf(place, 'satisfaction-source').kind === 'text');
  const target = `方案的目标是居民满意度 ${percent(given.plan.satisfactionTarget)} 以上（方案 一）。`;
  const start: Block[] = [{ kind: 'heading', level: 1, text: '居民满意度' }];
  if (published.length === 0) return [...start, say(`${target}到这个快照为止，还没有发布过结果，所以这里没有数。`)];
  return [
    ...start,
    say(`${target}下面是最近一次最终发布的数；没有最终的，用最近的中期数。图里的短线是 95% 区间，只有抽样的有。`),
    ...charted(given, { title: '各圈满意度', unit: '%', places: published, codes: [{ code: 'satisfaction', name: '满意度', between: ['satisfaction-low', 'satisfaction-high'] }] }),
    {
      kind: 'table', headings: ['地方', '答卷', '来源', '95% 区间', '结论', '哪一次发布'], widths: [4, 3, 3, 5, 5, 8],
      rows: published.map((place) => [words(shortName(place.name)), figure(given, place, 'satisfaction-n'), figure(given, place, 'satisfaction-source'), intervalOf(given, place), figure(given, place, 'satisfaction-verdict'), words(usedWords(given, place.kind, place.id))]),
    },
    ...overTime(given),
  ];
};

const intervalOf = (given: ReportGiven, place: ReturnType<typeof district>): Spans =>
  (valueOf(place, 'satisfaction-low').kind === 'unknown' ? words('没有区间') : [...figure(given, place, 'satisfaction-low'), { text: '–' }, ...figure(given, place, 'satisfaction-high')]);

const releaseWords = ({ title, kind, at, method }: ReleasedFigure) => `${title}，${kindWords[kind]}，${shanghaiDay(Date.parse(at))}，算法 ${method}`;
const usedWords = ({ sheet }: ReportGiven, kind: string, id: string): string => {
  const used = sheet.record?.releases.find((one) => one.used && one.place === kind && one.id === id);
  return used ? releaseWords(used) : '快照里没有记';
};

/** Places with two releases or more. Rates of drawn and of open rounds can't be held against each other, so each says which it is. */
const overTime = ({ sheet }: ReportGiven): Block[] => {
  const all = sheet.record?.releases.filter(({ rate }) => rate !== null) ?? [];
  const names = new Map(sheet.places.map(({ kind, id, name }) => [`${kind} ${id}`, shortName(name)]));
  const keys = [...new Set(all.map(({ place, id }) => `${place} ${id}`))].filter((key) => all.filter(({ place, id }) => `${place} ${id}` === key).length > 1);
  if (keys.length === 0) return [];
  const shown = all.filter(({ place, id }) => keys.includes(`${place} ${id}`));
  const times = [...new Map(shown.map((one) => [one.release, one])).values()];
  const at = (key: string, release: string) => shown.find((one) => one.release === release && `${one.place} ${one.id}` === key);
  return [
    { kind: 'heading', level: 2, text: '历次发布' },
    say('抽样的和自愿参与的轮次不能直接相比，表里写明了来源。'),
    { kind: 'chart', chart: { title: '满意度的变化', form: 'line', unit: '%', categories: times.map(({ at: released, source }) => `${shanghaiDay(Date.parse(released))} ${sourceWord(source)}`), series: keys.map((key) => ({ name: names.get(key) ?? key, values: times.map(({ release }) => at(key, release)?.rate ?? null), intervals: times.map(({ release }) => at(key, release)?.interval ?? null) })) } },
    {
      kind: 'table', headings: ['地方', '发布', '来源', '答卷', '满意度', '95% 区间', '结论'], widths: [4, 8, 3, 3, 3, 5, 5],
      rows: keys.flatMap((key) => shown.filter(({ place, id }) => `${place} ${id}` === key)
        .map((one) => [names.get(key) ?? key, releaseWords(one), sourceWord(one.source), one.n === null ? '不知道' : `${one.n} 份`, one.text ?? '没有发布', one.interval ? `${percent(one.interval.low)}–${percent(one.interval.high)}` : '没有区间', verdictWords[one.verdict]].map(words))),
    },
  ];
};
