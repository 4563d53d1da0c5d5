import { View } from '@tarojs/components';
import type { Span } from '../../../../types/contract/shared';
import { SingleChoice } from '../../../components/Choice/Group';
import { Field } from '../../../components/Field';
import { usualSpan, type Form, type HoursKind } from './form';
import { Spans } from './Spans';

const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const kinds = [{ code: 'same', text: '每天一样' }, { code: 'byDay', text: '每天不一样，或有休息日' }, { code: 'unknown', text: '不固定', hint: '会显示「时间待核」' }];

interface Props {
  readonly kind: HoursKind | null;
  readonly week: Form['week'];
  readonly error?: string;
  readonly onChange: (part: Pick<Form, 'hoursKind'> | Pick<Form, 'week'> | Pick<Form, 'hoursKind' | 'week'>) => void;
}

/** Hours: the same every day, day by day, or not fixed. Going from one to the other keeps what was set. */
export function HoursField({ kind, week, error, onChange }: Props) {
  const choose = (code: string) => {
    if (kind === 'same' && code === 'byDay') onChange({ hoursKind: 'byDay', week: week.map(() => week[0] ?? [usualSpan]) });
    else if (code === 'same' && week[0]?.length === 0) onChange({ hoursKind: 'same', week: week.map(() => [usualSpan]) });
    else onChange({ hoursKind: code as HoursKind });
  };
  const set = (day: number, spans: Span[]) => onChange({ week: week.map((old, at) => (kind === 'same' || at === day ? spans : old)) });
  return (
    <Field label='营业时间' error={error}>
      <SingleChoice label='营业时间' options={kinds} value={kind} onChange={choose} />
      {kind === 'same' && <View className='reg-day'><Spans day='每天' spans={week[0] ?? []} onChange={(spans) => set(0, spans)} /></View>}
      {kind === 'byDay' && days.map((day, at) => (
        <View key={day} className='reg-day'>
          <Spans day={day} spans={week[at] ?? []} canRest onChange={(spans) => set(at, spans)} />
        </View>
      ))}
    </Field>
  );
}
