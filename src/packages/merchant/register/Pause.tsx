import { View } from '@tarojs/components';
import type { DatedHours } from '../../../../types/contract/shared';
import { Chip, Chips } from '../../../components/Chip';
import { TextField } from '../../../components/Field';
import { DayField } from '../../../components/DayField';
import { put, type Dated } from './dated';

export const pauseReasons = ['装修', '回老家', '家里有事', '进货', '看病休养'] as const;

/** Closed for a while: through which day, from which on, and why. */
export function Pause({ form, today, onChange }: { form: Dated; today: string; onChange: (part: Dated) => void }) {
  const closed = form.dated?.closed ?? { until: '' };
  const { from, until, reason = '' } = closed;
  const set = (part: Partial<NonNullable<DatedHours['closed']>>) => onChange(put(form, 'closed', { ...closed, ...part }));
  return (
    <View className='lz-stack'>
      <View className='reg-span'>
        <View>停到</View>
        <DayField label='停到哪一天' day={until} first={today} onChange={(day) => set({ until: day })} />
      </View>
      <View className='lz-mute'>那一天也不开，第二天照常开。</View>
      <Chips label='从哪天起' wrap>
        <Chip label='现在就停' on={from === undefined} onToggle={() => set({ from: undefined })} />
        <Chip label='过几天才停' on={from !== undefined} onToggle={() => set({ from: from ?? today })} />
      </Chips>
      {from !== undefined && <View className='reg-span'><View>从</View><DayField label='从哪天起停' day={from} first={today} onChange={(day) => set({ from: day === '' ? undefined : day })} /><View>起</View></View>}
      <Chips label='为什么' wrap>
        {pauseReasons.map((text) => <Chip key={text} label={text} on={reason === text} onToggle={(on) => set({ reason: on ? text : '' })} />)}
      </Chips>
      <TextField label='为什么停' optional hint='邻居看得到' value={reason} longest={20} placeholder='点上面的，或自己写' onChange={(text) => set({ reason: text })} />
    </View>
  );
}
