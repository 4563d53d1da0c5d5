/** Why an outlet is on the list, in words. */
import type { Tone } from '../../../components/Tag';
import type { WalkItem, WalkReason } from '../../../../types/contract/field';

export const whyWords: Readonly<Record<WalkReason, { readonly text: string; readonly tone: Tone }>> = {
  hidden: { text: '多人说关了', tone: 'red' },
  doubted: { text: '有人说关了', tone: 'amber' },
  wrong: { text: '上次看到有不对', tone: 'amber' },
  never: { text: '没有核实过', tone: 'amber' },
  stale: { text: '待确认', tone: 'amber' },
  witness: { text: '要社区见证', tone: 'amber' },
  facts: { text: '方便老人的还不全', tone: 'plain' },
};

/** 还没有上门见证 · 见证到 2027-11-18 · 见证已到期 */
export const witnessWords = ({ state, until }: NonNullable<WalkItem['witness']>): string =>
  (state === 'none' ? '还没有上门见证' : state === 'standing' ? `见证有效到 ${until}` : `见证 ${until} 已到期`);
