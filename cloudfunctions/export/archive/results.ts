/** What was published of a circle, and what it takes to check it: each release whole, the definition of its round, the seals up to the snapshot. */
import { strToU8 } from 'fflate';
import { canonicalJson } from '../../../domain/canonical';
import { fullDateTime } from '../../../domain/calendar';
import { percent } from '../../../domain/figures/words';
import type { ReleasedFigure } from '../../../domain/figures/record';
import { sourceWord, verdictWords } from '../../../domain/headline';
import { releaseCells } from '../../../database/queries/releases';
import { roundById } from '../../../database/queries/rounds';
import { sealsUntil } from '../../../database/queries/seals';
import { addExportPart } from '../../../database/queries/exportJobs';
import type { Making, Snapshot } from '../making';
import { forPeople } from './text';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export const addResults = async ({ db }: Making, job: string, snapshot: Snapshot, circle: string): Promise<void> => {
  const released = snapshot.sheet.record?.releases.filter(({ place, id }) => place === 'circle' && id === circle) ?? [];
  await addExportPart(db, job, '发布结果/发布结果.txt', forPeople(released.length === 0 ? ['到这个快照为止，这个圈没有发布过结果。'] : released.map(lineOf)));
  for (const one of released) {
    const cells = await releaseCells(db, one.release, 'circle', circle);
    await addExportPart(db, job, `发布结果/${one.release}.json`, strToU8(canonicalJson({ release: one.release, round: one.round, title: one.title, kind: one.kind, at: one.at, method: one.method, cells })));
  }
  for (const round of [...new Set(released.map((one) => one.round))]) {
    const row = await roundById(db, round);
    // its SHA-256 is the hash that the first leaf of the round holds
    if (row?.definition) await addExportPart(db, job, `封存/${round}-轮次定义.json`, strToU8(canonicalJson(row.definition)));
    const seals = await sealsUntil(db, round, snapshot.at);
    await addExportPart(db, job, `封存/${round}-封存.csv`, strToU8(['number,at,size,root', ...seals.map(({ number, at, size, root }) => `${number},${at},${size},${hex(root)}`)].join('\r\n')));
  }
};

const lineOf = ({ title, kind, at, text, n, interval, verdict, source, seal, release, demo }: ReleasedFigure) =>
  `${title}（${kind === 'final' ? '最终' : '中期'}，${fullDateTime(at)}${demo ? '，演示' : ''}）：满意度 ${text ?? '没有发布（答卷太少）'}，${sourceWord(source)}${n === null ? '' : ` ${n} 份`}${interval ? `，95% 区间 ${percent(interval.low)}–${percent(interval.high)}` : ''}，${verdictWords[verdict]}${seal === null ? '' : `；算到第 ${seal} 次封存`}。全部内容在 ${release}.json`;
