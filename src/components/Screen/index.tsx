import type { PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useElder } from '../../services/elder';
import { backOrHome, type Tab } from '../../services/navigate';
import { usePageTitle } from '../../services/title';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { NavBar } from '../NavBar';
import { TabBar } from '../TabBar';
import { HoldsBack } from './BackHold';
import { Guard } from './Guard';
import './index.scss';

export interface ScreenProps {
  readonly title: string;
  /** A main page: shows the tab bar, the switch to 长辈版, and no way back. */
  readonly tab?: Tab;
  /** A BottomBar of its own, as the staff's pages have: then it is a main page too. */
  readonly bar?: ReactNode;
  /** What 返回 does; otherwise it goes back, or home where nothing lies under this page. */
  readonly onBack?: () => void;
  /** Shows the switch to 长辈版; main pages do anyway. */
  readonly elderSwitch?: boolean;
  /** A NavAction at the right of the bar. */
  readonly action?: ReactNode;
  /** Stays in view at the bottom: the page's one primary button, the two of a questionnaire. */
  readonly footer?: ReactNode;
}

/** The root of every page: scale, bar, content, tab bar, and a way on when the content breaks. */
export function Screen({ title, tab, bar, onBack, elderSwitch, action, footer, children }: PropsWithChildren<ScreenProps>) {
  const elder = useElder();
  const main = tab !== undefined || bar !== undefined;
  usePageTitle(title);
  return (
    <View className={classes('lz', elder && 'lz-elder')}>
      <HoldsBack>
        <NavBar title={title} onBack={main ? undefined : onBack ?? backOrHome} elderSwitch={elderSwitch ?? main} action={action} />
        <View className='lz-screen' {...a11y({ role: 'main' })}>
          <Guard>{children}</Guard>
        </View>
        {footer && <View className={classes('lz-screen__footer', main && 'lz-screen__footer--tab')}>{footer}</View>}
        {tab ? <TabBar current={tab} /> : bar}
      </HoldsBack>
    </View>
  );
}
