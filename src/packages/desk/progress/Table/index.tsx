import { View } from '@tarojs/components';
import { a11y } from '../../../../components/a11y';
import { Card } from '../../../../components/Card';
import { Tag } from '../../../../components/Tag';
import type { ProgressRow } from '../../../../../types/contract/desk';
import { paceWords, shortName } from '../../words';
import { Ages } from '../Ages';
import { agesOf, withPosters } from '../Ages/words';
import './index.scss';

interface LinesProps {
  readonly rows: readonly ProgressRow[];
  readonly title: string;
  /** When the figures were read. */
  readonly asOf: string;
}

/** Communities of one street, the furthest behind first. */
export function Table(lines: LinesProps) {
  return <Card><Lines {...lines} /></Card>;
}

/** The same without the card around it. */
export function Lines({ rows, title, asOf }: LinesProps) {
  return (
    <View className='desk-table' {...a11y({ role: 'table', label: `${title}各社区` })}>
      <View className='desk-table__row desk-table__row--head' {...a11y({ role: 'row' })}>
        <View className='desk-table__name' {...a11y({ role: 'columnheader' })}>社区</View>
        <View className='desk-table__count' {...a11y({ role: 'columnheader' })}>已答 / 目标</View>
        <View className='desk-table__day' {...a11y({ role: 'columnheader' })}>昨天</View>
      </View>
      {rows.map(({ community, answered, target, lastDay, beside = 0, pace, ages = null }) => (
        <View key={community.code} className='desk-table__row' {...a11y({ role: 'row' })}>
          <View className='desk-table__name' {...a11y({ role: 'rowheader' })}>{shortName(community.name)}</View>
          <View className='desk-table__count' {...a11y({ role: 'cell' })}>
            <View className='desk-table__numbers'><View className='lz-strong'>{answered}</View>{` / ${target}`}</View>
            <Tag tone={paceWords[pace].tone}>{paceWords[pace].text}</Tag>
          </View>
          <View className='desk-table__day' {...a11y({ role: 'cell' })}>{lastDay === 0 ? '0' : `+${lastDay}`}</View>
          {ages && <View className='desk-table__ages' {...a11y({ role: 'cell' })}><Ages words={withPosters(agesOf(ages, asOf), beside)} /></View>}
        </View>
      ))}
    </View>
  );
}
