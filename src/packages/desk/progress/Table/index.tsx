import { View } from '@tarojs/components';
import { a11y } from '../../../../components/a11y';
import { Card } from '../../../../components/Card';
import { Tag } from '../../../../components/Tag';
import type { ProgressRow } from '../../../../../types/contract/desk';
import { paceWords, shortName } from '../../words';
import './index.scss';

/** Communities of one street, the furthest behind first. */
export function Table({ rows, title }: { rows: readonly ProgressRow[]; title: string }) {
  return <Card><Lines rows={rows} title={title} /></Card>;
}

/** The same without the card around it. */
export function Lines({ rows, title }: { rows: readonly ProgressRow[]; title: string }) {
  return (
    <View className='desk-table' {...a11y({ role: 'table', label: `${title}各社区` })}>
      <View className='desk-table__row desk-table__row--head' {...a11y({ role: 'row' })}>
        <View className='desk-table__name' {...a11y({ role: 'columnheader' })}>社区</View>
        <View className='desk-table__count' {...a11y({ role: 'columnheader' })}>已答 / 目标</View>
        <View className='desk-table__day' {...a11y({ role: 'columnheader' })}>昨天</View>
      </View>
      {rows.map(({ community, answered, target, lastDay, pace }) => (
        <View key={community.code} className='desk-table__row' {...a11y({ role: 'row' })}>
          <View className='desk-table__name' {...a11y({ role: 'rowheader' })}>{shortName(community.name)}</View>
          <View className='desk-table__count' {...a11y({ role: 'cell' })}>
            <View className='desk-table__numbers'><View className='lz-strong'>{answered}</View>{` / ${target}`}</View>
            <Tag tone={paceWords[pace].tone}>{paceWords[pace].text}</Tag>
          </View>
          <View className='desk-table__day' {...a11y({ role: 'cell' })}>{lastDay === 0 ? '0' : `+${lastDay}`}</View>
        </View>
      ))}
    </View>
  );
}
