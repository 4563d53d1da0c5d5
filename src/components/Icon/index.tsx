import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import './index.scss';

export type IconName =
  | 'home' | 'pin' | 'survey' | 'person' | 'shop' | 'check-bubble' | 'chart' | 'phone' | 'route' | 'back' | 'next' | 'down' | 'close'
  | 'search' | 'map' | 'list' | 'warn' | 'offline' | 'qr' | 'print' | 'plus' | 'edit'
  | 'clock' | 'check' | 'share' | 'info' | 'refresh' | 'locate';

/** A picture beside a word, never instead of one: screen readers pass over it. Takes the colour around it. */
export function Icon({ name, size }: { name: IconName; size?: 'small' | 'large' }) {
  return <View className={classes('lz-icon', size && `lz-icon--${size}`, `lz-icon--${name}`)} {...a11y({ hidden: true })} />;
}
