/** What the kinds of rules and the states of a draft are called. */
import type { RuleDraft } from '../../../../types/contract/circles';
import type { Tone } from '../../../components/Tag';

export const kindWords: Readonly<Record<RuleDraft['kind'], string>> = { classification: '分型（有没有）', evaluation: '评价（好不好）', tables: '统计表的表样' };
export const draftStateTag: Readonly<Record<RuleDraft['state'], { readonly text: string; readonly tone: Tone }>> = {
  staged: { text: '等着比对', tone: 'amber' }, adopted: { text: '生效过', tone: 'brand' }, dropped: { text: '没有用', tone: 'plain' },
};

/** Bytes of a file that is loaded here; in base64 it stays under what WeChat carries in a call. The largest rule of ours has 10 thousand. */
export const mostFileBytes = 70_000;
export const tooLarge = '这个文件超过 70 KB，太大。请只留表样这一张工作表，去掉图片和多余的格式，再试。';
