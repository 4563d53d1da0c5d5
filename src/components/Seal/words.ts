/** What a seal says, wherever one is shown or printed. */
import type { Output } from '../../../types/contract';
import { fullDateTime } from '../../../domain/calendar';

export type SealShown = Output<'survey.seals'>['seals'][number];

export const sealTitle = ({ number, at }: Pick<SealShown, 'number' | 'at'>): string => `第 ${number} 道封存 · ${fullDateTime(at)}`;

export const sealSize = (size: number, purged = false): string =>
  (size === 1 ? '名单里只有这一轮的规定' : `名单里有 ${size} 项（这一轮的规定、信函名单、答卷和撤回${purged ? '，还有清空的记录' : ''}）`);

/** Four by four, to be copied by hand and read out: as many lines as the paper or the phone is wide for. */
export const rootLines = (root: string, lines: 2 | 4): string[] =>
  Array.from({ length: lines }, (_, at) => root.slice((at * 64) / lines, ((at + 1) * 64) / lines).replace(/(.{4})(?!$)/g, '$1 '));

/** As `npm run audit -- --seal` and the recipe in docs/survey-method.md read it. */
export const sealFile = (round: string, { size, root }: Pick<SealShown, 'size' | 'root'>): string => JSON.stringify({ round, size, root });

/** What it is for, in a sentence. */
export const sealPurpose = '封存号是到这一刻全部答卷的“指纹”。请抄下或拍下：以后名单里改一份、少一份，号就对不上。';
