import { View } from '@tarojs/components';
import type { Span } from '../../../../types/contract/shared';
import { a11y } from '../../../components/a11y';
import { Chip } from '../../../components/Chip';
import { Icon } from '../../../components/Icon';
import { usualSpan } from './form';
import { TimeField } from './TimeField';

const most = 4;

/** The spans of one day: from when to when, another one, or a day of rest. */
export function Spans({ day, spans, canRest, onChange }: { day: string; spans: readonly Span[]; canRest?: boolean; onChange: (spans: Span[]) => void }) {
  const put = (at: number, part: Partial<Span>) => onChange(spans.map((span, i) => (i === at ? { ...span, ...part } : span)));
  const add = () => {
    const from = Math.min((spans[spans.length - 1]?.to ?? usualSpan.from) + 60, 22 * 60);
    onChange([...spans, spans.length === 0 ? usualSpan : { from, to: Math.min(from + 120, 1439) }]);
  };
  return (
    <View className='lz-stack'>
      <View className='lz-row'>
        <View className='lz-strong lz-grow'>{day}{spans.length === 0 ? ' 休息' : ''}</View>
        {canRest && <Chip label='休息' on={spans.length === 0} onToggle={(rest) => onChange(rest ? [] : [usualSpan])} />}
      </View>
      {spans.map((span, at) => (
        <View key={at} className='reg-span'>
          <TimeField label={`${day}第 ${at + 1} 段开门`} minutes={span.from} onChange={(from) => put(at, { from })} />
          <View>到</View>
          <TimeField label={`${day}第 ${at + 1} 段关门`} closing minutes={span.to % 1440} onChange={(to) => put(at, { to })} />
          {spans.length > 1 && <View className='reg-span__away' onClick={() => onChange(spans.filter((_, i) => i !== at))} {...a11y({ role: 'button', label: `去掉${day}第 ${at + 1} 段` })}><Icon name='close' size='small' /></View>}
          {span.to !== 0 && span.to <= span.from && <Chip label='开到第二天' on={span.overnight === true} onToggle={(overnight) => put(at, { overnight })} />}
        </View>
      ))}
      {spans.length > 0 && spans.length < most && <View className='lz-link' onClick={add} {...a11y({ role: 'button' })}>{`${canRest ? day : ''}中间歇业，再加一段`}</View>}
    </View>
  );
}
