import { View } from '@tarojs/components';
import { Chip, Chips } from '../../../components/Chip';
import { Spans } from './Spans';
import { put, switchOff, switchOn, type Dated } from './dated';
import { usualSpan } from './form';

/** On holidays: as usual, closed, hours of their own, or not said. */
export function Holidays({ form, onChange }: { form: Dated; onChange: (part: Dated) => void }) {
  const said = form.dated?.holidays;
  const own = typeof said === 'object';
  // hours of its own are kept aside when another is chosen; a word is not worth keeping
  const say = (word: 'usual' | 'closed', on: boolean) => onChange(put(own ? switchOff(form, 'holidays') : form, 'holidays', on ? word : undefined));
  const sayOwn = (on: boolean) => onChange(on ? switchOn(put(form, 'holidays', undefined), 'holidays', [usualSpan]) : switchOff(form, 'holidays'));
  return (
    <View className='reg-day lz-stack'>
      <View className='lz-strong'>法定节假日</View>
      <Chips label='法定节假日' wrap>
        <Chip label='照常开' on={said === 'usual'} onToggle={(on) => say('usual', on)} />
        <Chip label='休息' on={said === 'closed'} onToggle={(on) => say('closed', on)} />
        <Chip label='另有时间' on={own} onToggle={sayOwn} />
      </Chips>
      {own && <Spans day='节假日' spans={said} onChange={(spans) => onChange(put(form, 'holidays', spans))} />}
    </View>
  );
}
