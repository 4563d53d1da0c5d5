import { View } from '@tarojs/components';
import type { Confirmed } from '../../../../../types/contract/desk';
import { Tag } from '../../../../components/Tag';
import { whyWords } from '../../walk/words';

const left: Readonly<Record<'own' | 'closed', string>> = { own: '自己的，请同事来', closed: '已经撤下了' };

/** What became of one of several. */
export function Became({ one: { name, result, why } }: { one: Confirmed & { readonly name: string } }) {
  return (
    <View className='lz-row lz-row--top'>
      <View className='lz-grow desk-any'>{name}</View>
      {result === 'confirmed' && <Tag tone='brand'>已确认</Tag>}
      {result === 'already' && <Tag>刚有人确认过</Tag>}
      {result === 'left' && <Tag tone='amber'>{why === 'own' || why === 'closed' ? left[why] : why === null ? '没有确认' : `没有确认：${whyWords[why].text}`}</Tag>}
    </View>
  );
}

/** 3 家确认了还在营业 · 2 家确认了，1 家没有 */
export const becameOf = (results: readonly Confirmed[]): string => {
  const leftOut = results.filter(({ result }) => result === 'left').length;
  const confirmed = results.length - leftOut;
  return leftOut === 0 ? `${confirmed} 家确认了还在营业` : `${confirmed} 家确认了，${leftOut} 家没有`;
};
