/**
 * Counting the answers of a round for a release, one by one: a million take no more memory than a hundred. What stays is a count for
 * every combination that a figure needs, and of each block the few answers that an interim release keeps back.
 *
 * C1 Answers come in the order of the sealed list; one out of order is refused, for cuts are places in that list.
 * C2 Ineligible answers count nowhere. Of a withdrawn one nothing is left but that it was there.
 * C3 Satisfied is an answer of 4 or 5 to the headline question, scored one with a score, unclear one without. Where no question feeds a
 *    rate, every eligible answer counts as scored and none as satisfied.
 * C4 A batch of a block is what came between two of its cuts; the last batch is what came since.
 * C5 Before a final release nothing is kept back; before an interim one S3 of disclosure.ts is.
 * C6 Of a rank the points are counted: as many as may be chosen for the first wish, one less for each after it.
 */
import type { Mode, Source } from '../types/contract/shared';
import type { Answers } from '../types/contract/survey';
import type { MethodRules, Question, Questionnaire } from '../types/rules';
import { reserve, type Block, type TableCell } from './disclosure';
import { countedIn, isAboutThePerson, withOptions } from './distribution';
import { bandOf, type Band } from './weights';

/** An answer of the list as far as a release needs it; `answers` and what follows from them is null once it was withdrawn. */
export interface ListedResponse {
  /** Place in the sealed list. */
  readonly position: number;
  readonly community: string;
  readonly source: Source;
  readonly answers: Answers | null;
  readonly eligible: boolean | null;
  readonly ageBand: string | null;
  readonly mode: Mode | null;
  readonly proxy: boolean | null;
  readonly flagged: boolean;
}

/** How many answered a question, and how many chose each option, in the questionnaire's order; of a rank its points (C6). */
export interface QuestionCount { n: number; readonly options: number[] }

/** What one community, source and batch adds up to. */
export interface Slice {
  n: number;
  scored: number;
  satisfied: number;
  unclear: number;
  gone: number;
  readonly questions: Record<string, QuestionCount>;
}
/** Answers alike in all that weights, modes and flags go by. */
export interface Detail {
  readonly community: string;
  readonly batch: number;
  readonly band: Band;
  readonly household: number | null;
  readonly filler: 'self' | 'assisted' | 'proxy';
  readonly flagged: boolean;
  /** Which of the questions that are put to some alone she answered: 1 or 0 for each, in the order of `putToSome`. */
  readonly asked: string;
  n: number;
  scored: number;
  satisfied: number;
}

/** What a block's figures were made of, as a release wrote it down: its cuts in the list, the last one the one that was published. */
export interface PublishedBlock {
  readonly id: string;
  readonly source: Source;
  readonly cuts: readonly number[];
  /** When the last cut was sealed. */
  readonly at: string;
  readonly count: BlockCount;
}
export type BlockCount = Omit<Slice, 'gone'>;

export interface CountInput {
  readonly kind: 'interim' | 'final';
  readonly questionnaire: Questionnaire;
  readonly method: MethodRules;
  readonly blocks: readonly Block[];
  /** The blocks of the release before, or none. */
  readonly previous: readonly PublishedBlock[];
}

const satisfiedFrom = 4;

/** Questions of opinion that not everybody answers. */
export const putToSome = (q: Questionnaire): Question[] => withOptions(q).filter((question) => !isAboutThePerson(q, question) && (question.showIf !== undefined || question.optional === true));

/** The question that asks for the adults of the household, put to a drawn sample alone. */
export const householdQuestion = (q: Questionnaire): Question | undefined => q.questions.find(({ showIf }) => showIf !== undefined && 'round' in showIf);

export class ReleaseCount {
  readonly input: CountInput;
  readonly #slices = new Map<string, Slice>();
  readonly #details = new Map<string, Detail>();
  readonly #blockOf: ReadonlyMap<string, Block>;
  readonly #cuts: ReadonlyMap<string, readonly number[]>;
  readonly #waiting = new Map<string, { readonly responses: ListedResponse[]; scored: number }>();
  readonly #reached = new Map<string, number>();
  readonly #scores: ReadonlyMap<string, number | null>;
  readonly #counted: readonly { readonly id: string; readonly places: ReadonlyMap<string, number>; /** Points of a first wish; null: no rank. */ readonly first: number | null }[];
  readonly #household: string | undefined;
  readonly #putToSome: readonly string[];
  #last = -Infinity;

  constructor(input: CountInput) {
    this.input = input;
    const { questionnaire: q, blocks, previous } = input;
    this.#blockOf = new Map(blocks.flatMap((block) => block.communities.map((code) => [code, block] as const)));
    this.#cuts = new Map(previous.map(({ id, source, cuts }) => [`${id} ${source}`, cuts]));
    this.#scores = new Map(q.questions.find(({ id }) => id === q.headline)?.options?.map(({ code, score }) => [code, score ?? null]));
    this.#counted = countedIn(q).map(({ id, kind, options, most }) => ({ id, places: new Map(options!.map(({ code }, place) => [code, place])), first: kind === 'rank' ? most ?? options!.length : null }));
    this.#household = householdQuestion(q)?.id;
    this.#putToSome = putToSome(q).map(({ id }) => id);
  }

  /** Counts one answer. Throws RangeError for one out of order, or of a community that the round does not ask. */
  add(response: ListedResponse): void {
    if (response.position <= this.#last) throw new RangeError(`release: answer ${response.position} of the list came after ${this.#last}`);
    this.#last = response.position;
    const block = this.#blockOf.get(response.community);
    if (!block) throw new RangeError(`release: community ${response.community} is not asked in this round`);
    const key = `${block.id} ${response.source}`;
    if (this.input.kind === 'final' || this.#batch(key, response.position) < this.cutsOf(block.id, response.source).length) this.#count(key, response);
    else this.#keepBack(key, response);
  }

  /** Where a block stood at the releases so far. */
  cutsOf(block: string, source: Source): readonly number[] {
    return this.#cuts.get(`${block} ${source}`) ?? [];
  }

  /** The last answer of the list that was counted in a block, or null. */
  reached(block: string, source: Source): number | null {
    return this.#reached.get(`${block} ${source}`) ?? null;
  }

  /** One count for each batch of a community, the newest last. */
  batchesOf(community: string, source: Source): readonly Slice[] {
    const batches = this.cutsOf(this.#blockOf.get(community)!.id, source).length + 1;
    return Array.from({ length: batches }, (_, batch) => this.#slices.get(`${community} ${source} ${batch}`) ?? this.#emptySlice());
  }

  /** Of one source. */
  details(source: Source): readonly Detail[] {
    return [...this.#details].flatMap(([key, detail]) => (key.startsWith(`${source} `) ? [detail] : []));
  }

  /** The number of a position's batch in its block. */
  #batch(key: string, position: number): number {
    const cuts = this.#cuts.get(key) ?? [];
    const found = cuts.findIndex((cut) => position <= cut);
    return found === -1 ? cuts.length : found;
  }

  /** S3: counts the oldest of those that wait as soon as enough scores wait behind it. */
  #keepBack(key: string, response: ListedResponse): void {
    const waiting = this.#waiting.get(key) ?? { responses: [], scored: 0 };
    this.#waiting.set(key, waiting);
    // the uncounted would only make the queue longer
    if (!response.eligible || !response.answers) {
      if (!response.answers) this.#count(key, response);
      return;
    }
    waiting.responses.push(response);
    if (this.#scoreOf(response.answers) !== null) waiting.scored += 1;
    while (waiting.scored > reserve(this.input.method.smallestCell)) {
      const oldest = waiting.responses.shift()!;
      if (this.#scoreOf(oldest.answers!) !== null) waiting.scored -= 1;
      this.#count(key, oldest);
    }
  }

  #count(key: string, response: ListedResponse): void {
    const { community, source, position, answers, eligible } = response;
    const batch = this.#batch(key, position);
    const slice = this.#sliceOf(`${community} ${source} ${batch}`);
    if (!answers) {
      slice.gone += 1;
      return;
    }
    if (!eligible) return;
    this.#reached.set(key, Math.max(position, this.#reached.get(key) ?? 0));
    const score = this.#scoreOf(answers);
    const detail = this.#detailOf(response, batch);
    for (const count of [slice, detail]) {
      count.n += 1;
      if (score !== null) count.scored += 1;
      if (score !== null && score >= satisfiedFrom) count.satisfied += 1;
    }
    const { headline } = this.input.questionnaire;
    if (score === null && headline !== null && this.#scores.has(String(answers[headline]))) slice.unclear += 1;
    for (const { id, places, first } of this.#counted) countQuestion(slice.questions[id]!, places, answers[id], first);
  }

  #scoreOf(answers: Answers): number | null {
    const { headline } = this.input.questionnaire;
    return headline === null ? 0 : this.#scores.get(String(answers[headline])) ?? null;
  }

  #sliceOf(key: string): Slice {
    let slice = this.#slices.get(key);
    if (!slice) this.#slices.set(key, slice = this.#emptySlice());
    return slice;
  }

  #emptySlice(): Slice {
    return { n: 0, scored: 0, satisfied: 0, unclear: 0, gone: 0, questions: Object.fromEntries(this.#counted.map(({ id, places }) => [id, { n: 0, options: Array.from(places, () => 0) }])) };
  }

  #detailOf({ community, source, answers, ageBand, mode, proxy, flagged }: ListedResponse, batch: number): Detail {
    const adults = this.#household === undefined ? NaN : parseInt(String(answers![this.#household]), 10);
    const alike = {
      community, batch, band: bandOf(ageBand ?? ''), household: Number.isNaN(adults) ? null : adults,
      filler: mode === 'assisted' ? 'assisted' as const : proxy ? 'proxy' as const : 'self' as const, flagged,
      asked: this.#putToSome.map((id) => (answers![id] === undefined ? 0 : 1)).join(''),
    };
    const key = [source, ...Object.values(alike)].join(' ');
    let detail = this.#details.get(key);
    if (!detail) this.#details.set(key, detail = { ...alike, n: 0, scored: 0, satisfied: 0 });
    return detail;
  }
}

function countQuestion(count: QuestionCount, places: ReadonlyMap<string, number>, value: Answers[string] | undefined, first: number | null): void {
  const chosen = new Set((typeof value === 'string' ? [value] : (value ?? [])).filter((code) => places.has(code)));
  if (chosen.size > 0) count.n += 1;
  let points = first ?? 1;
  for (const code of chosen) {
    count.options[places.get(code)!]! += points;
    if (first !== null) points = Math.max(0, points - 1);
  }
}

/** Several counts in one. */
export function addUp(counts: readonly BlockCount[]): BlockCount {
  const total: { -readonly [K in keyof BlockCount]: BlockCount[K] } = { n: 0, scored: 0, satisfied: 0, unclear: 0, questions: {} };
  for (const count of counts) {
    for (const field of ['n', 'scored', 'satisfied', 'unclear'] as const) total[field] += count[field];
    for (const [id, { n, options }] of Object.entries(count.questions)) {
      const sum = total.questions[id] ?? { n: 0, options: options.map(() => 0) };
      total.questions[id] = { n: sum.n + n, options: sum.options.map((k, i) => k + options[i]!) };
    }
  }
  return total;
}

export const asCell = ({ n, scored, gone }: Slice): TableCell => ({ n, scored, gone });
