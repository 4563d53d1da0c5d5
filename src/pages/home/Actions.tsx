import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { classes } from '../../components/classes';
import { Icon, type IconName } from '../../components/Icon';
import { openQuestionnaire } from '../../services/answers/topic';
import { go, switchTo } from '../../services/navigate';

/** The things to do here; `needs`: a round that asks what is lacking runs. */
export function Actions({ circle, needs }: { circle: string; needs: boolean }) {
  const actions: readonly { text: string; icon: IconName; go: () => void }[] = [
    { text: '找附近', icon: 'shop', go: () => switchTo('nearby') },
    { text: '说满意', icon: 'check-bubble', go: () => openQuestionnaire('satisfaction') },
    ...(needs ? [{ text: '说说缺什么', icon: 'edit' as const, go: () => openQuestionnaire('needs') }] : []),
    { text: '看结果', icon: 'chart', go: () => go('/packages/result/index/index', { circle }) },
  ];
  return (
    <View className={classes('lz-home__actions', needs && 'lz-home__actions--four')}>
      {actions.map(({ text, icon, go: open }) => (
        <View key={text} className='lz-home__action' onClick={open} {...a11y({ role: 'link' })}>
          <Icon name={icon} size='large' />
          <View>{text}</View>
        </View>
      ))}
    </View>
  );
}
