import { Picker, View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { clock, minutesOf, type TimeProps } from './clock';

/** A time of day, by WeChat's own wheel. */
export function TimeField({ label, minutes, closing, onChange }: TimeProps) {
  const shown = closing && minutes === 0 ? '24:00' : clock(minutes);
  return (
    <Picker mode='time' value={clock(minutes)} onChange={(event) => onChange(minutesOf(String(event.detail.value)) ?? minutes)}>
      <View className='reg-time' {...a11y({ role: 'button', label: `${label} ${shown}` })}>{shown}</View>
    </Picker>
  );
}
