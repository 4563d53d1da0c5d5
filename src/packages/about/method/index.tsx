import { View } from '@tarojs/components';
import { Article } from '../../../components/Article';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { HotlineButton } from '../../../components/StateView';
import { go } from '../../../services/navigate';
import { method } from './text';

/** How the figure is made, and what it can't do. */
export default function MethodPage() {
  return (
    <Screen title='结果怎么算的' elderSwitch>
      <View className='lz-mute'>90% 这个目标是方案写的；怎么算，方案没有写。下面的算法、门槛和问卷都是项目拟稿，待主管部门确定。</View>
      <Article sections={method} />
      <Button kind='line' label='看结果' onClick={() => go('/packages/result/index/index')} />
      <Button kind='line' label='看生活圈建到哪了' onClick={() => go('/packages/about/progress/index')} />
      <Button kind='line' label='存了什么、存多久' onClick={() => go('/packages/about/privacy/index')} />
      <HotlineButton />
    </Screen>
  );
}
