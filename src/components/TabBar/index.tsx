import { View } from '@tarojs/components';
import { switchTo, type Tab } from '../../services/navigate';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Icon, type IconName } from '../Icon';
import './index.scss';

const tabs: readonly { readonly tab: Tab; readonly text: string; readonly icon: IconName }[] = [
  { tab: 'home', text: '生活圈', icon: 'home' },
  { tab: 'nearby', text: '附近', icon: 'pin' },
  { tab: 'survey', text: '问卷', icon: 'survey' },
  { tab: 'mine', text: '我的', icon: 'person' },
];

/** Our own tab bar, drawn in each main page: WeChat's can't show larger text. */
export function TabBar({ current }: { current: Tab }) {
  return (
    <View className='lz-tabs' {...a11y({ role: 'navigation', label: '主要页面' })}>
      {tabs.map(({ tab, text, icon }) => (
        <View
          key={tab}
          className={classes('lz-tabs__tab', tab === current && 'lz-tabs__tab--on')}
          onClick={() => tab !== current && switchTo(tab)}
          {...a11y({ role: 'link', current: tab === current })}
        >
          <Icon name={icon} />
          <View>{text}</View>
        </View>
      ))}
    </View>
  );
}
