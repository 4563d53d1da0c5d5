import { View } from '@tarojs/components';
import { monthDay } from '../../../domain/calendar';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { Screen } from '../../components/Screen';
import { HotlineButton } from '../../components/StateView';
import type { Answered } from '../../services/answers/answered';
import { go, switchTo } from '../../services/navigate';
import { copyText } from '../../services/share';

/** This round is answered: the receipt, large enough to be written on paper. */
export function Done({ entry, circle }: { entry: Answered; circle: string | null }) {
  const { receipt, round } = entry;
  return (
    <Screen title='说满意' tab='survey'>
      <Card className='lz-survey__state'>
        <View className='lz-survey__mark'><Icon name='check' size='large' /></View>
        <View className='lz-title' {...a11y({ role: 'heading', level: 2 })}>{receipt ? '收到了，谢谢您' : '您已答过'}</View>
        <View className='lz-mute'>{receipt ? `${round.title} · ${entry.community.name}` : '每人每轮一份，谢谢您。先前那一份已经收到，这一次没有再记。'}</View>
      </Card>
      {receipt && (
        <Card className='lz-survey__state'>
          <View className='lz-mute'>您的回执号</View>
          <View className='lz-survey__receipt lz-num' {...a11y({ label: `回执号 ${receipt}`, role: 'img' })}>{receipt}</View>
          <View className='lz-mute'>凭它可以查这份答卷收到没有，查不到您答了什么。也存在「我的」里。</View>
          <View className='lz-survey__ways'><Button kind='line' label='复制回执号' onClick={() => void copyText(receipt)} /></View>
        </Card>
      )}
      {round.releaseAt && <View className='lz-mute'>{`这一轮的结果${monthDay(round.releaseAt)}公布。公布以前只数份数，不算比例。`}</View>}
      <Button label='找附近' onClick={() => switchTo('nearby')} />
      <Button kind='line' label='看上一次的结果' onClick={() => go('/packages/result/index/index', { circle: circle ?? undefined })} />
      {receipt === null && <HotlineButton />}
    </Screen>
  );
}
