import { useState } from 'react';
import { View } from '@tarojs/components';
import { daysEndingIn, endName, endsOf, monthDayName, monthLength } from '../../../../domain/hours-words';
import type { DatedHours } from '../../../../types/contract/shared';
import { a11y } from '../../../components/a11y';
import { Chip, Chips } from '../../../components/Chip';
import { Spans } from './Spans';
import { put, type Dated } from './dated';
import { usualSpan } from './form';

type Market = NonNullable<DatedHours['market']>;
/** Fairs of the county go by the lunar calendar. */
export const usualFair: Market = { calendar: 'lunar', days: [], spans: [usualSpan] };

const calendars = [{ code: 'lunar', text: '农历' }, { code: 'solar', text: '公历' }] as const;
const ends = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
const without = <T,>(all: readonly T[], one: T): T[] => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]);

/** Which days the fair is held, 逢三逢六 or single days, and from when to when. */
export function Fairs({ form, onChange }: { form: Dated; onChange: (part: Dated) => void }) {
  const market = form.dated?.market ?? usualFair;
  const { calendar, days, spans } = market;
  const chosen = endsOf(market);
  const [single, setSingle] = useState(chosen === null);
  const set = (part: Partial<Market>) => onChange(put(form, 'market', { ...market, ...part }));
  const turn = (to: Market['calendar']) => set({ calendar: to, days: single || chosen === null ? days.filter((day) => day <= monthLength[to]) : daysEndingIn(chosen, to) });
  const flip = () => {
    if (single && chosen === null) set({ days: [] });
    setSingle(!single);
  };
  return (
    <View className='lz-stack'>
      <Chips label='按哪种日历' wrap>
        {calendars.map(({ code, text }) => <Chip key={code} label={text} on={calendar === code} onToggle={() => turn(code)} />)}
      </Chips>
      <View className='lz-mute'>{single ? '每个月哪几天，可以选几个' : '逢几是集，可以选几个'}</View>
      <View className='reg-days'>
        <Chips label={single ? '哪几天' : '逢几'} wrap>
          {single
            ? Array.from({ length: monthLength[calendar] }, (_, at) => at + 1).map((day) => <Chip key={day} label={monthDayName(day, calendar)} on={days.includes(day)} onToggle={() => set({ days: without(days, day) })} />)
            : ends.map((end) => <Chip key={end} label={`逢${endName(end, calendar)}`} on={chosen?.includes(end) ?? false} onToggle={() => set({ days: daysEndingIn(without(chosen ?? [], end), calendar) })} />)}
        </Chips>
      </View>
      <View className='lz-link' onClick={flip} {...a11y({ role: 'button' })}>{single ? '改成逢三、逢六这样选' : '不是这样，只有某几天（如初一、十五）'}</View>
      <Spans day='逢集' spans={spans} onChange={(next) => set({ spans: next })} />
    </View>
  );
}
