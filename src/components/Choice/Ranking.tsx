import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Choice } from '.';
import type { GroupOption } from './Group';
import { placeWords, reranked } from './reranked';

interface Props {
  readonly label: string;
  readonly options: readonly GroupOption[];
  /** The first wish first. */
  readonly value: readonly string[];
  readonly most: number;
  readonly onChange: (codes: string[]) => void;
}

/** Up to `most` wishes in order: the first tap is the first wish, and so on; a second tap takes one out, and those after it move up. */
export function Ranking({ label, options, value, most, onChange }: Props) {
  const full = value.length >= most;
  const next = full ? `已点满 ${most} 样，要换请先点一下已选的` : value.length === 0 ? '先点最想要的一样' : `接着点${placeWords(value.length)}的；点错了，再点一下就取消`;
  return (
    <View className='lz-choices' {...a11y({ role: 'group', label })}>
      <View className='lz-mute' {...a11y({ role: 'status' })}>{next}</View>
      {options.map(({ code, text }) => {
        const at = value.indexOf(code);
        const checked = at !== -1;
        return (
          <Choice
            key={code} kind='checkbox' label={text} hint={checked ? placeWords(at) : undefined} place={checked ? at + 1 : undefined} checked={checked} disabled={full && !checked}
            onSelect={() => onChange(reranked(value, code, most))}
          />
        );
      })}
    </View>
  );
}
