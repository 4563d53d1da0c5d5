import { Picker, View } from '@tarojs/components';
import { monthDayOf } from '../../../domain/dated-hours';
import { a11y } from '../a11y';
import type { DayProps } from './props';
import '../Field/index.scss';
import './index.scss';

/** A day, by WeChat's own wheel. */
export function DayField({ label, day, first, onChange }: DayProps) {
  const shown = day === '' ? '点这里选日子' : `${day.slice(0, 4)}年${monthDayOf(day)}`;
  return (
    <Picker mode='date' value={day === '' ? first : day} start={first} onChange={(event) => onChange(String(event.detail.value))}>
      <View className='lz-field__input lz-day' {...a11y({ role: 'button', label: `${label} ${shown}` })}>{shown}</View>
    </Picker>
  );
}
