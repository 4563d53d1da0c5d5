import { View } from '@tarojs/components';
import type { Duplicate, Sameness } from '../../../../types/contract/merchant';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { DemoMark, Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import type { Duplicates } from './useDuplicates';

const levels: Readonly<Record<Sameness, string>> = { possible: '有点像', likely: '很像', sure: '应该就是' };

/** What is listed already and may be hers, why it is thought so, and the way on for either answer. */
export function DuplicatesCard({ of: { items, status, dismiss } }: { of: Duplicates }) {
  return (
    <Card>
      <View className='lz-h'>这是不是您的店？</View>
      <View className='lz-mute'>{`地图上已经有${items.length > 1 ? '这几家' : '一家'}，和您填的像。是您的就不用再登记。`}</View>
      {items.map((item) => <Listed key={item.id} item={item} />)}
      <Button kind='line' label='都不是，继续登记' onClick={dismiss} />
      {status !== '' && <View className='lz-mute'>{`像不像是按几条规则估的（${status}），不作数，街道会再看。`}</View>}
    </Card>
  );
}

function Listed({ item: { id, name, format, address, level, reasons, demo } }: { item: Duplicate }) {
  return (
    <View className='reg-listed'>
      <View className='lz-row lz-row--top'>
        <View className='lz-strong lz-grow'>{name}</View>
        <Tag tone={level === 'possible' ? 'plain' : 'amber'}>{levels[level]}</Tag>
        <DemoMark demo={demo} />
      </View>
      <View className='lz-mute'>{`${format} · ${address}`}</View>
      <View>{reasons.join('，')}</View>
      <View className='lz-row'>
        <Button grow kind='line' label={`看看「${name}」`} onClick={() => go('/packages/outlet/detail/index', { id })} />
        <Button grow kind='line' label='是，认领' onClick={() => go('/packages/merchant/claim/index', { outlet: id, name })} />
      </View>
    </View>
  );
}
