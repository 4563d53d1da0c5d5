import type { OutletCard } from '../../../types/contract/outlet';
import { Tag } from '../Tag';
import { openWords, unsureWords } from './words';

/** Whether it may be closed for good, and whether it is open now. */
export function OpenTags({ open, doubted }: Pick<OutletCard, 'open' | 'doubted'>) {
  const { tone, text } = openWords(open);
  const unsure = unsureWords(open);
  return (
    <>
      {doubted && <Tag tone='amber'>可能已关</Tag>}
      <Tag tone={tone}>{text}</Tag>
      {unsure !== null && <Tag tone='amber'>{unsure}</Tag>}
    </>
  );
}
