/** What may be wrong with an entry, the commonest first. */
import type { CorrectionKind } from '../../../types/contract/outlet';

export const kinds: readonly { readonly code: CorrectionKind; readonly text: string; readonly ask: string }[] = [
  { code: 'closed', text: '已经关了，或者搬走了', ask: '知道搬到哪里、什么时候关的，可以写一写' },
  { code: 'hours', text: '营业时间不对', ask: '应该是几点到几点？' },
  { code: 'phone', text: '电话不对', ask: '对的电话是多少？' },
  { code: 'place', text: '位置不对', ask: '应该在哪里？' },
  { code: 'name', text: '店名或业态不对', ask: '应该叫什么、做什么？' },
  { code: 'facts', text: '收现金、台阶、座位写得不对', ask: '实际是怎样的？' },
  { code: 'other', text: '别的', ask: '哪里不对？' },
];
export const kindWords = (code: CorrectionKind): string => kinds.find((kind) => kind.code === code)?.text ?? '信息不对';
