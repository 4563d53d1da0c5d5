import { View } from '@tarojs/components';
import type { Span } from '../../../../types/contract/shared';
import { SingleChoice } from '../../../components/Choice/Group';
import { Field } from '../../../components/Field';
import { Fairs, usualFair } from './Fairs';
import { Spans } from './Spans';
import { switchOff, switchOn, type Dated } from './dated';
import { usualSpan, type Form, type HoursKind } from './form';

const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const kinds = [{ code: 'same', text: '每天一样' }, { code: 'byDay', text: '每天不一样，或有休息日' }, { code: 'fairs', text: '只在逢集的日子开' }];

interface Props {
  readonly form: Pick<Form, 'hoursKind' | 'week' | 'market'> & Dated;
  readonly error?: string;
  readonly onChange: (part: Partial<Pick<Form, 'hoursKind' | 'week'> & Dated>) => void;
}

/** Hours: the same every day, day by day, on market days alone, or not fixed. Going from one to the other keeps what was set. */
export function HoursField({ form, error, onChange }: Props) {
  const { hoursKind: kind, week, market } = form;
  const options = [...kinds, { code: 'unknown', text: '不固定', hint: market ? '跟着您选的集市、夜市' : '会显示「时间待核」' }];
  const weekFor = (code: string): Partial<Pick<Form, 'week'>> => {
    if (kind === 'same' && code === 'byDay') return { week: week.map(() => week[0] ?? [usualSpan]) };
    return code === 'same' && week[0]?.length === 0 ? { week: week.map(() => [usualSpan]) } : {};
  };
  const choose = (code: string) => {
    const fairs = code === 'fairs' ? switchOn(form, 'market', usualFair) : kind === 'fairs' ? switchOff(form, 'market') : {};
    onChange({ hoursKind: code as HoursKind, ...weekFor(code), ...fairs });
  };
  const set = (day: number, spans: Span[]) => onChange({ week: week.map((old, at) => (kind === 'same' || at === day ? spans : old)) });
  return (
    <Field label='营业时间' error={error}>
      <SingleChoice label='营业时间' options={options} value={kind} onChange={choose} />
      {kind === 'same' && <View className='reg-day'><Spans day='每天' spans={week[0] ?? []} onChange={(spans) => set(0, spans)} /></View>}
      {kind === 'byDay' && days.map((day, at) => (
        <View key={day} className='reg-day'>
          <Spans day={day} spans={week[at] ?? []} canRest onChange={(spans) => set(at, spans)} />
        </View>
      ))}
      {kind === 'fairs' && <View className='reg-day'><Fairs form={form} onChange={onChange} /></View>}
    </Field>
  );
}
