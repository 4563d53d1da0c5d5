/** What a released figure says, in words: pure, so that each sentence can be checked against its case. */
import type { Cell, Verdict } from '../../../types/contract/results';
import { verdictWords } from '../../../domain/headline';
import { displayRate } from '../../../domain/satisfaction';
import type { Tone } from '../Tag';

export const verdictTag: Readonly<Record<Verdict, { readonly word: string; readonly tone: Tone }>> = {
  reached: { word: verdictWords.reached, tone: 'brand' },
  missed: { word: verdictWords.missed, tone: 'red' },
  undecided: { word: verdictWords.undecided, tone: 'amber' },
  interim: { word: verdictWords.interim, tone: 'plain' },
  below_gate: { word: verdictWords.below_gate, tone: 'plain' },
  unjudged: { word: verdictWords.unjudged, tone: 'plain' },
  too_few: { word: verdictWords.too_few, tone: 'plain' },
  voluntary: { word: verdictWords.voluntary, tone: 'plain' },
};

/** The sentence under the rate: how far chance may have moved it, and what follows. */
export function meaning({ verdict, interval, target, source }: Cell): string {
  const goal = `${Math.round(target * 100)}%`;
  if (verdict === 'too_few') return '能公布的答卷还不到 10 份，不公布任何数字，免得猜出是谁答的。';
  if (verdict === 'voluntary' || source === 'open') return `来答的人是自愿来的，不是抽出来的，说不准没来答的人怎么想；所以只列数字，不判断是否达到 ${goal}。`;
  const range = interval ? `真实满意度很可能在 ${displayRate(interval.low, target)}–${displayRate(interval.high, target)} 之间` : '';
  switch (verdict) {
    case 'reached':
      return `${range}，整个区间都不低于 ${goal}。`;
    case 'missed':
      return `${range}，整个区间都低于 ${goal}。`;
    case 'undecided':
      return `${range}，${goal} 就在这中间：份数还不够分出是否达到。`;
    case 'interim':
      return `${range ? `${range}。` : ''}这一轮还没有收完，最后来的 20 来份也还没有算进来；只供参考，不判断是否达到 ${goal}。`;
    case 'unjudged':
      return `只列数字，不判断是否达到 ${goal}。`;
    case 'below_gate':
      return `${range ? `${range}。` : ''}份数没有达到发布门槛，只供参考，不判断是否达到 ${goal}。`;
  }
}

/** Said wherever several verdicts stand together. */
export const severalVerdicts = '每个结论单独看有 2.5% 的可能说错；八个圈一起看没有校正。';

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** What the weights did. */
export function weightWords({ weighted, scored, source }: Cell): string | null {
  if (weighted === null) return null;
  const household = source === 'drawn' ? '家里几口成年人、' : '';
  const how = weighted.basis === 'census' ? `按${household}社区和年龄的人口加权` : `没有人口表，${household ? '按家里几口成年人加权，' : ''}每个社区算一样重`;
  const moved = weighted.moved > 0 ? `；封顶挪动了 ${percent(weighted.moved)} 的权` : '';
  return `${how}：${scored ?? 0} 份打了分的答卷，抵得上 ${weighted.nEff} 份一样重的${moved}。`;
}

const statusWords: Readonly<Record<string, string>> = { 官方: '官方公布的', 待核: '待核', 演示: '演示用的，不是真实人口' };

/** Where the numbers of people come from that the weights go by, and whether the interval goes by them too. */
export function censusWords({ weighted }: Cell): string | null {
  const census = weighted?.census;
  if (!census) return null;
  const narrowed = census.drawnFrom === null ? '' : `答的人是从其中 ${census.drawnFrom} 名成年人里抽的，区间按这个数收窄了一点。`;
  return `人口数：${census.source}（${census.version}，${statusWords[census.status] ?? census.status}）。${narrowed}`;
}

/** The same where there is room for a few words: only what makes the figure doubtful. */
export const doubtfulCensusWords = ({ weighted }: Cell): string | null =>
  (!weighted?.census || weighted.census.status === '官方' ? null : `加权用的人口数${weighted.census.status === '演示' ? '是演示用的' : '待核'}。`);

/** Up to when answers were counted; `day` says a day. */
export function asOfWords({ asOf }: Cell, day: (instant: string) => string): string | null {
  if (asOf === null) return null;
  const [oldest, newest] = [day(asOf.oldest), day(asOf.newest)];
  return oldest === newest ? `答卷截至 ${newest}。` : `答卷截至 ${newest}；其中有的社区新来的不到 10 份，还是 ${oldest} 的数。`;
}

/** Which communities are not in it. */
export const withoutWords = ({ without }: Cell): string | null => (without.length === 0 ? null
  : `没有算进来：${without.slice(0, 6).join('、')}${without.length > 6 ? ` 等 ${without.length} 个社区` : ''}，那里还不到 10 份。`);

export function unclearWords({ unclear, countingUnclear, target }: Cell): string | null {
  if (unclear === null || countingUnclear === null || unclear === 0) return null;
  return `另有 ${percent(unclear)} 的人答「不清楚、没用过」，不算在内；把他们都算作不满意，是 ${displayRate(countingUnclear, target)}（没加权）。`;
}

export function flaggedWords({ flagged, target }: Cell): string | null {
  if (flagged === null) return null;
  if (flagged.n === 0) return '没有答得太快、来得太集中，或一部手机填了两封以上信的答卷。';
  return `有 ${flagged.n} 份答得太快、来得太集中，或是一部手机填的第三封以上的信。一份也没有剔除；不算它们是 ${displayRate(flagged.rateWithout, target)}（没加权），结论不按这个数下。`;
}

const bandWord = { '18-59': '18–59 岁', '60-up': '60 岁以上' } as const;
/** Helped against by oneself, each band a line, and the sentence that keeps it from being read as the helpers' doing. */
export function modeWords({ modes, target }: Cell): string[] {
  if (modes === null || modes.bands.length === 0) return [];
  const lines = modes.bands.map(({ band, self, assisted, difference }) =>
    `${bandWord[band]}：工作人员协助填的 ${assisted.n} 份，${displayRate(assisted.rate, target)}；自己填的 ${self.n} 份，${displayRate(self.rate, target)}。${differenceWords(difference)}`);
  const proxy = modes.proxy === null || modes.proxy === 0 ? [] : [`家人代填的 ${modes.proxy} 份另算，不在这两边。`];
  return [...lines, ...proxy, '这个差里混着两样：有人在旁边帮忙的影响，和本来就需要帮忙的是哪些人。分不开，所以不作判断。'];
}
const differenceWords = (difference: number) => (Math.abs(difference) < 0.0005 ? '两边一样。' : `协助的${difference > 0 ? '高' : '低'} ${(Math.abs(difference) * 100).toFixed(1)} 个百分点。`);

/** Letters, where the sample was drawn by letters: how many of those that arrived were answered, and who drew the list. */
export function letterWords({ letters }: Cell): string | null {
  if (letters === null) return null;
  const { issued, delivered, answered, external } = letters;
  // answered comes in whole tens (domain/letters.ts, T1)
  const came = answered < 10 ? '答了不到 10 封' : `答了约 ${answered} 封${delivered > 0 ? `，回答率约 ${Math.round((100 * answered) / delivered)}%（按送到的算）` : ''}`;
  const list = external ? '名单是外部名单：在别处抽好拿来的，怎么抽的这里没有核对。' : '';
  return `寄出 ${issued} 封信，送到 ${delivered} 封，${came}。没有答的人怎么想，不知道。${list}`;
}
