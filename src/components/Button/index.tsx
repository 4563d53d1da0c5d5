import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Icon, type IconName } from '../Icon';
import './index.scss';

export interface ButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  /** A page has one `primary`. `line` for the other ways on, `quiet` for what is seldom wanted, `danger` for taking away. */
  readonly kind?: 'primary' | 'line' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Under way: shows it and takes no second tap. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Takes the room that is left in a row. */
  readonly grow?: boolean;
}

export function Button({ label, onClick, kind = 'primary', icon, busy, disabled, grow }: ButtonProps) {
  const off = busy || disabled;
  return (
    <View
      className={classes('lz-button', `lz-button--${kind}`, grow && 'lz-button--grow', off && 'lz-button--off')}
      onClick={() => !off && onClick()}
      {...a11y({ role: 'button', disabled: off, busy })}
    >
      {busy ? <View className='lz-button__turning' /> : icon && <Icon name={icon} size='small' />}
      <View>{busy ? `${label}…` : label}</View>
    </View>
  );
}
