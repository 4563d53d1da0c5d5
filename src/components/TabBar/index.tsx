import { View } from '@tarojs/components';
import { switchTo, type Tab } from '../../services/navigate';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Icon, type IconName } from '../Icon';
import './index.scss';

export interface BarItem {
  readonly key: string;
  readonly text: string;
  readonly icon: IconName;
  readonly onClick: () => void;
}

/** Pages side by side, at the bottom of the screen: the four main ones, or those of a desk. */
export function BottomBar({ label, items, current }: { label: string; items: readonly BarItem[]; current: string }) {
  return (
    <View className='lz-tabs' {...a11y({ role: 'navigation', label })}>
      {items.map(({ key, text, icon, onClick }) => (
        <View
          key={key}
          className={classes('lz-tabs__tab', key === current && 'lz-tabs__tab--on')}
          onClick={() => key !== current && onClick()}
          {...a11y({ role: 'link', current: key === current })}
        >
          <Icon name={icon} />
          <View>{text}</View>
        </View>
      ))}
    </View>
  );
}

const tabs: readonly { readonly tab: Tab; readonly text: string; readonly icon: IconName }[] = [
  { tab: 'home', text: '生活圈', icon: 'home' },
  { tab: 'nearby', text: '附近', icon: 'pin' },
  { tab: 'survey', text: '问卷', icon: 'survey' },
  { tab: 'mine', text: '我的', icon: 'person' },
];
const items: readonly BarItem[] = tabs.map(({ tab, text, icon }) => ({ key: tab, text, icon, onClick: () => switchTo(tab) }));

/** Our own tab bar, drawn in each main page: WeChat's can't show larger text. */
export function TabBar({ current }: { current: Tab }) {
  return <BottomBar label='主要页面' items={items} current={current} />;
}
