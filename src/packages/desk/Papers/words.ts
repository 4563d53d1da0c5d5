/** What the files that are made in steps are called, and what is being done for them. Pure. */
import type { ExportJobShown } from '../../../../types/contract/export';

export const kindWords: Readonly<Record<ExportJobShown['kind'], string>> = { report: '工作总结报告（.docx）', archive: '验收资料（.zip）' };

const doingWords: Readonly<Record<string, string>> = { table: '写统计表', report: '写工作总结报告', results: '抄发布结果和封存', photos: '放店面照片', archive: '装成一个文件' };

/** 正在写统计表，已做 2 步，共 9 步 */
export const progressWords = ({ doing, done, steps, state }: Pick<ExportJobShown, 'doing' | 'done' | 'steps' | 'state'>): string =>
  `${state === 'waiting' ? '马上开始' : `正在${doingWords[doing ?? ''] ?? '做'}`}，已做 ${done} 步，共 ${steps} 步`;

/** 85 KB · 3.2 MB */
export const sizeWords = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
