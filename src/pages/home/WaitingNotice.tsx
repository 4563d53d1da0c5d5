import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { Notice } from '../../components/Notice';
import { outbox } from '../../services/answers/outbox';
import { switchTo } from '../../services/navigate';

/** An answer that has not left the phone yet. */
export function WaitingNotice() {
  const waiting = outbox.use();
  if (waiting === null) return null;
  return (
    <Notice tone='amber'>
      <View>您有一份答卷还在手机上，等有网络时会自动发出。</View>
      <View className='lz-link' onClick={() => switchTo('survey')} {...a11y({ role: 'link' })}>去看看</View>
    </Notice>
  );
}
