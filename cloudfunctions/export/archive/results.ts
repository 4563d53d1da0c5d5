/** What was published of a circle, and what it takes to check it: each release whole, the definition of its round, the seals up to the snapshot. */
import { strToU8 } from 'fflate';
import { canonicalJson } from '../../../domain/canonical';
import { fullDateTime } from '../../../domain/calendar';
import { percent } from '../../../domain/figures/words';
import type { ReleasedFigure } from '../../../domain/figures/record';
import { sourceWord, verdictWords } from '../../../domain/headline';
import { topicOf } from '../../../domain/topic';
import { releaseCells } from '../../../database/queries/releases';
import { roundById, type RoundRow } from '../../../database/queries/rounds';
import { ruleByHash } from '../../../database/queries/rules';
import { sealsUntil } from '../../../database/queries/seals';
import { addExportPart } from '../../../database/queries/exportJobs';
import type { Topic } from '../../../types/contract/shared';
import type { Questionnaire } from '../../../types/rules';
import type { Making, Snapshot } from '../making';
import { forPeople } from './text';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export const addResults = async ({ db }: Making, job: string, snapshot: Snapshot, circle: string): Promise<void> => {
  const released = snapshot.sheet.record?.releases.filter(({ place, id }) => place === 'circle' && id === circle) ?? [];
  const rounds = new Map<string, RoundRow | undefined>();
  for (const { round } of released) if (!rounds.has(round)) rounds.set(round, await roundById(db, round));
  const topicBy = async (round: string): Promise<Topic> => { const row = rounds.get(round); const asked = row && (await ruleByHash<Questionnaire>(db, row.questionnaire_hash)); return asked ? topicOf(asked) : 'satisfaction'; };
  const lines: string[] = [];
  for (const one of released) lines.push(lineOf({ ...one, topic: await topicBy(one.round) }));
  await addExportPart(db, job, '发布结果/发布结果.txt', forPeople(lines.length === 0 ? ['到这个快照为止，这个圈没有发布过结果。'] : lines));
  for (const one of released) {
    const cells = await releaseCells(db, one.release, 'circle', circle);
    await addExportPart(db, job, `发布结果/${one.release}.json`, strToU8(canonicalJson({ release: one.release, round: one.round, title: one.title, kind: one.kind, at: one.at, method: one.method, cells })));
  }
  for (const [round, row] of rounds) {
    // its SHA-256 is the hash that the first leaf of the round holds
    if (row?.definition) await addExportPart(db, job, `封存/${round}-轮次定义.json`, strToU8(canonicalJson(row.definition)));
    const seals = await sealsUntil(db, round, snapshot.at);
    await addExportPart(db, job, `封存/${round}-封存.csv`, strToU8(['number,at,size,root', ...seals.map(({ number, at, size, root }) => `${number},${at},${size},${hex(root)}`)].join('\r\n')));
  }
};

/** A round about needs has a verdict without a rate: how many answered is all that fits into a line. */
const lineOf = ({ title, kind, at, text, n, interval, verdict, source, seal, release, demo, topic }: ReleasedFigure & { readonly topic: Topic }) =>
  `${title}（${kind === 'final' ? '最终' : '中期'}，${fullDateTime(at)}${demo ? '，演示' : ''}）：${topic === 'needs' ? '缺什么、想补什么' : `满意度 ${text ?? '没有发布（答卷太少）'}`}，${sourceWord(source)}${n === null ? (topic === 'needs' ? '，答卷太少，没有发布' : '') : ` ${n} 份`}${interval ? `，95% 区间 ${percent(interval.low)}–${percent(interval.high)}` : ''}${topic === 'needs' ? '' : `，${verdictWords[verdict]}`}${seal === null ? '' : `；算到第 ${seal} 次封存`}。全部内容在 ${release}.json`;
