import { useState, type PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { shanghaiDay } from '../../../../domain/calendar';
import { sayHours } from '../../../../domain/hours-words';
import { a11y } from '../../../components/a11y';
import { Chip, Chips } from '../../../components/Chip';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { useCall } from '../../../services/useCall';
import { Fairs, usualFair } from './Fairs';
import { Holidays } from './Holidays';
import { Pause } from './Pause';
import { Stall } from './Stall';
import { problemsOf } from './check';
import { put, switchOff, switchOn } from './dated';
import { draftOf, type Form } from './form';

interface Props {
  readonly form: Form;
  readonly error?: string;
  readonly onChange: (part: Partial<Form>) => void;
}

/** What the week can't say. Most shops need none of it but the holidays, so the rest is folded; what it all comes to is read back. */
export function DatedField({ form, error, onChange }: Props) {
  const { dated, hoursKind, market = null } = form;
  const markets = useCall('outlet.markets', {}, { cacheKey: 'names' });
  const [open, setOpen] = useState(Boolean(dated?.closed ?? dated?.market ?? dated?.adjusted ?? market));
  // what is wrong is in view, and stays so while it is mended
  if (error && !open) setOpen(true);
  const [today] = useState(() => shanghaiDay(Date.now()));
  return (
    <Field label='节假日和特别的日子' optional>
      {error && <Notice tone='red'>{error}</Notice>}
      <Holidays form={form} onChange={onChange} />
      <View className='lz-link' onClick={() => setOpen(!open)} {...a11y({ role: 'button', expanded: open })}>{open ? '收起' : '更多：暂停营业、逢集、在夜市里摆摊'}</View>
      {open && (
        <>
          <Part title='暂停营业' off='不停' on='要停几天' set={dated?.closed !== undefined} onSet={(on) => onChange(on ? switchOn(form, 'closed', { until: '' }) : switchOff(form, 'closed'))}>
            {dated?.closed && <Pause form={form} today={today} onChange={onChange} />}
          </Part>
          {hoursKind !== 'fairs' && (
            <Part title='逢集日' off='和平时一样' on='另有时间' set={dated?.market !== undefined} onSet={(on) => onChange(on ? switchOn(form, 'market', usualFair) : switchOff(form, 'market'))}>
              {dated?.market && <Fairs form={form} onChange={onChange} />}
            </Part>
          )}
          {(hoursKind === 'byDay' || dated?.adjusted) && (
            <Part title='调休要上班的周末' off='照周六、周日' on='照工作日' set={dated?.adjusted === true} onSet={(on) => onChange(put(form, 'adjusted', on ? true : undefined))}>
              <View className='lz-mute'>国家放假通知里要上班的周六、周日。照工作日，就是周六按周五、周日按周一的时间开。</View>
            </Part>
          )}
          <View className='reg-day lz-stack'>
            <View className='lz-strong'>在集市、夜市里摆摊</View>
            <Stall value={market} markets={markets} onChange={(id) => onChange({ market: id, ...(id !== null && hoursKind === null ? { hoursKind: 'unknown' } : {}) })} />
          </View>
        </>
      )}
      {hoursKind !== null && <Said form={form} today={today} market={markets.data?.markets.find(({ id }) => id === market)?.name ?? (market === null ? null : '集市')} />}
    </Field>
  );
}

/** Either as it usually is, or set for itself. */
function Part({ title, off, on, set, onSet, children }: PropsWithChildren<{ title: string; off: string; on: string; set: boolean; onSet: (on: boolean) => void }>) {
  return (
    <View className='reg-day lz-stack'>
      <View className='lz-strong'>{title}</View>
      <Chips label={title} wrap>
        <Chip label={off} on={!set} onToggle={() => onSet(false)} />
        <Chip label={on} on={set} onToggle={() => onSet(true)} />
      </Chips>
      {children}
    </View>
  );
}

/** Nothing is read back while something in it is still missing. */
function Said({ form, today, market }: { form: Form; today: string; market: string | null }) {
  const { hours, dated } = problemsOf(form);
  const draft = draftOf(form);
  if (hours ?? dated) return null;
  return <Notice>{`邻居会看到：${sayHours({ week: draft.hours, dated: draft.dated ?? null }, today, market)}`}</Notice>;
}
