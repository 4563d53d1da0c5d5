import { View } from '@tarojs/components';
import type { Overview } from '../../../types/contract/circles';
import { Card } from '../Card';
import { Tag } from '../Tag';
import { monthOf } from './words';
import './index.scss';

const phaseWord = { past: '过了', now: '现在', ahead: '还没到' } as const;

/** Where the plan is by its own calendar. */
export function Phases({ phases }: Pick<Overview, 'phases'>) {
  return (
    <Card>
      <View className='lz-h'>方案的三个阶段</View>
      {phases.map(({ name, from, to, state }) => (
        <View key={name} className='lz-plan__part'>
          <View className='lz-wrap'><View className='lz-strong lz-grow'>{name}</View><Tag tone={state === 'now' ? 'brand' : 'plain'}>{phaseWord[state]}</Tag></View>
          <View className='lz-mute lz-num'>{`${monthOf(from)}–${monthOf(to)}`}</View>
        </View>
      ))}
    </Card>
  );
}
