import { View } from '@tarojs/components';
import { Article } from '../../../components/Article';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { HotlineButton } from '../../../components/StateView';
import { switchTo } from '../../../services/navigate';
import { privacy } from './text';

/** What is kept where, and for how long. */
export default function PrivacyPage() {
  return (
    <Screen title='存了什么、存多久' elderSwitch>
      <View className='lz-mute'>答问卷、找网点都不用登录，也不用姓名和电话。</View>
      <Article sections={privacy} />
      <Button kind='line' label='去「我的」清除' onClick={() => switchTo('mine')} />
      <HotlineButton />
    </Screen>
  );
}
