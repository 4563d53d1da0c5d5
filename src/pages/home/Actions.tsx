import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { Icon, type IconName } from '../../components/Icon';
import { go, switchTo } from '../../services/navigate';

/** The three things to do here. */
export function Actions({ circle }: { circle: string }) {
  const actions: readonly { text: string; icon: IconName; go: () => void }[] = [
    { text: '找附近', icon: 'shop', go: () => switchTo('nearby') },
    { text: '说满意', icon: 'check-bubble', go: () => switchTo('survey') },
    { text: '看结果', icon: 'chart', go: () => go('/packages/result/index/index', { circle }) },
  ];
  return (
    <View className='lz-home__actions'>
      {actions.map(({ text, icon, go: open }) => (
        <View key={text} className='lz-home__action' onClick={open} {...a11y({ role: 'link' })}>
          <Icon name={icon} size='large' />
          <View>{text}</View>
        </View>
      ))}
    </View>
  );
}
