import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Choice } from '.';
import { toggled } from './toggled';

export interface GroupOption {
  readonly code: string;
  readonly text: string;
  readonly hint?: string;
  readonly quiet?: boolean;
  /** In a multiple choice: clears the others, and they clear it (都没有). */
  readonly exclusive?: boolean;
}

interface Shared {
  /** What is being asked; screen readers say it before the answers. */
  readonly label: string;
  readonly options: readonly GroupOption[];
}

/** One answer of several. `pairs`: short ones, two beside each other where there is room. */
export function SingleChoice({ label, options, value, onChange, pairs = false }: Shared & { value: string | null; onChange: (code: string) => void; pairs?: boolean }) {
  return (
    <View className={classes('lz-choices', pairs && 'lz-choices--pairs')} {...a11y({ role: 'radiogroup', label })}>
      {options.map(({ code, text, hint, quiet }) => (
        <Choice key={code} kind='radio' label={text} hint={hint} quiet={quiet} checked={code === value} onSelect={() => onChange(code)} />
      ))}
    </View>
  );
}

/** Several answers, at most `most`; at the limit the others wait, and the line above says so. */
export function MultipleChoice({ label, options, value, onChange, most }: Shared & { value: readonly string[]; onChange: (codes: string[]) => void; most?: number }) {
  const full = most !== undefined && value.length >= most;
  return (
    <View className='lz-choices' {...a11y({ role: 'group', label })}>
      {most !== undefined && <View className='lz-mute' {...a11y({ role: 'status' })}>{full ? `已选 ${most} 项，要换请先取消一项` : `最多选 ${most} 项，已选 ${value.length} 项`}</View>}
      {options.map(({ code, text, hint, quiet, exclusive }) => {
        const checked = value.includes(code);
        return (
          <Choice
            key={code} kind='checkbox' label={text} hint={hint} quiet={quiet} checked={checked}
            disabled={full && !checked && !exclusive && !isExclusive(value[0], options)}
            onSelect={() => onChange(toggled(value, code, options))}
          />
        );
      })}
    </View>
  );
}

const isExclusive = (code: string | undefined, options: readonly GroupOption[]) => options.some((option) => option.code === code && option.exclusive === true);
