import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import './index.scss';

export interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'radio' | 'checkbox';
  readonly checked: boolean;
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  /** Answers that stand apart from the scale, such as 不清楚、没用过. */
  readonly quiet?: boolean;
  /** Its place in her order, where answers are ranked: stands in the mark. */
  readonly place?: number | undefined;
}

/** One answer: the whole row is the button. */
export function Choice({ label, hint, kind, checked, onSelect, disabled, quiet, place }: ChoiceProps) {
  return (
    <View
      className={classes('lz-choice', checked && 'lz-choice--on', quiet && 'lz-choice--quiet', disabled && 'lz-choice--off')}
      onClick={() => !disabled && onSelect()}
      {...a11y({ role: kind, checked, disabled })}
    >
      <View className={classes('lz-choice__mark', place === undefined ? `lz-choice__mark--${kind}` : 'lz-choice__mark--place')} {...a11y({ hidden: true })}>{place}</View>
      <View className='lz-choice__words'>
        <View>{label}</View>
        {hint && <View className='lz-mute'>{hint}</View>}
      </View>
    </View>
  );
}
