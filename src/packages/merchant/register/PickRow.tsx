import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/Icon';

/** Looks like a field; a tap opens what is chosen from. */
export function PickRow({ label, value, placeholder, wrong, onClick }: { label: string; value: string; placeholder: string; wrong: boolean; onClick: () => void }) {
  return (
    <View className={classes('reg-pick', wrong && 'reg-pick--wrong')} onClick={onClick} {...a11y({ role: 'button', label: `${label}：${value || placeholder}` })}>
      <View className={classes('lz-grow', value === '' && 'lz-mute')}>{value || placeholder}</View>
      <Icon name='next' size='small' />
    </View>
  );
}
