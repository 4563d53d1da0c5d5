/** What the kinds of rules and the states of a draft are called. */
import type { RuleDraft } from '../../../../types/contract/circles';
import type { Tone } from '../../../components/Tag';

export const kindWords: Readonly<Record<RuleDraft['kind'], string>> = { classification: '分型（有没有）', evaluation: '评价（好不好）', tables: '统计表的表样' };
export const draftStateTag: Readonly<Record<RuleDraft['state'], { readonly text: string; readonly tone: Tone }>> = {
  staged: { text: '等着比对', tone: 'amber' }, adopted: { text: '生效过', tone: 'brand' }, dropped: { text: '没有用', tone: 'plain' },
};
