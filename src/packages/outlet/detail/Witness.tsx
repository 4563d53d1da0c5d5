import { monthDay } from '../../../../domain/calendar';
import type { Output } from '../../../../types/contract';
import { Notice } from '../../../components/Notice';

/** Of an outlet without a licence: has somebody of the community been there, and until when does that hold. */
export function Witness({ outlet: { witness } }: { outlet: Output<'outlet.detail'>['outlet'] }) {
  if (!witness) return null;
  const { state, on, until } = witness;
  if (state === 'none' || on === null || until === null) return <Notice>没有办执照的小摊，社区还没有上门见证。</Notice>;
  if (state === 'ended') return <Notice tone='amber'>{`没有办执照的小摊。社区的见证 ${day(until)}到期了，等社区再上门，信息待确认。`}</Notice>;
  return <Notice>{`没有办执照的小摊。社区 ${day(on)}上门见过，到 ${day(until)}有效。`}</Notice>;
}
const day = (text: string): string => `${text.slice(0, 4)}年${monthDay(text)}`;
