import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { setElder, useElder } from '../../services/elder';
import { frame } from '../../services/frame';
import { a11y } from '../a11y';
import { Icon } from '../Icon';
import './index.scss';

export interface NavBarProps {
  readonly title: string;
  readonly onBack?: () => void;
  /** Shows the switch between 长辈版 and 标准版. */
  readonly elderSwitch: boolean;
  /** A NavAction, beside the switch. */
  readonly action?: ReactNode;
}

/** The bar at the top: it leaves room for the phone's status bar and WeChat's capsule. */
export function NavBar({ title, onBack, elderSwitch, action }: NavBarProps) {
  const { statusBar, capsule } = frame();
  return (
    <View className='lz-nav' style={{ paddingTop: `${statusBar}px`, paddingRight: capsule > 0 ? `${capsule}px` : undefined }} {...a11y({ role: 'banner' })}>
      {onBack && (
        <View className='lz-nav__back' onClick={onBack} {...a11y({ role: 'button', label: '返回' })}>
          <Icon name='back' />
        </View>
      )}
      <View className='lz-nav__title' {...a11y({ role: 'heading', level: 1 })}>{title}</View>
      {action}
      {elderSwitch && <ElderSwitch />}
    </View>
  );
}

/** A word in a pill on the bar, such as 地图. */
export function NavAction({ label, onClick }: { label: string; onClick: () => void }) {
  return <View className='lz-nav__pill' onClick={onClick} {...a11y({ role: 'button' })}>{label}</View>;
}

function ElderSwitch() {
  const elder = useElder();
  return <NavAction label={elder ? '标准版' : '长辈版'} onClick={() => setElder(!elder)} />;
}
