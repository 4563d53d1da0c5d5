/** Passes the page on to a group. WeChat opens its list only from its own button, so this one is. */
import { Button as NativeButton, View } from '@tarojs/components';
import type { ShareCard } from '../../services/share';
import { Icon } from '../Icon';
import './index.scss';

/** The page must call `useShare(card)` with the same card. */
export function ShareButton({ label }: { label: string; card: ShareCard }) {
  return (
    <NativeButton className='lz-button lz-button--line lz-button--native' openType='share' hoverClass='none'>
      <Icon name='share' size='small' />
      <View>{label}</View>
    </NativeButton>
  );
}
