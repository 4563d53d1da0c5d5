import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Seal } from '../../../components/Seal';
import { sealPurpose, type SealShown } from '../../../components/Seal/words';
import { go } from '../../../services/navigate';

/** The seal that the figures were cut at: printed with them, and the way to all of them. */
export function Checkable({ round, seal }: { round: string; /** None: from before rounds were sealed. */ seal: SealShown | null | undefined }) {
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>这个结果能查</View>
      {seal && <Seal seal={seal} />}
      {seal && <View className='lz-mute'>{`上面的数取自这一道封存。${sealPurpose}`}</View>}
      <View className='lz-link' onClick={() => go('/packages/about/seals/index', { round })} {...a11y({ role: 'link' })}>看这一轮的封存记录</View>
    </Card>
  );
}
