import { View } from '@tarojs/components';
import type { PaceCode } from '../../../../types/contract/shared';
import { a11y } from '../../../components/a11y';
import { classes } from '../../../components/classes';
import { Screen } from '../../../components/Screen';
import { Loaded } from '../../../components/StateView/Loaded';
import { go } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import type { WalkFrom } from '../../../services/walkFrom';
import './index.scss';

/** The kinds as large choices, with how many are in reach. None in reach is still a choice: farther off there may be one. */
export function Kinds({ from, pace }: { from: WalkFrom; pace: PaceCode }) {
  const found = useCall('outlet.repairs', { origin: from.origin, pace }, { cacheKey: from.origin.kind === 'community' ? `${from.origin.code}:${pace}` : undefined });
  usePull(found.reload);
  return (
    <Screen title='小修小补' elderSwitch>
      <Loaded of={found} cards={4}>
        {({ minutes, kinds, origin }) => (
          <>
            <View className='lz-mute'>{`要修什么？数的是从${from.name}走 ${minutes} 分钟左右能到的。`}</View>
            <View className='repairs' {...a11y({ role: 'group', label: '要修什么' })}>
              {kinds.map(({ code, name, inReach }) => (
                <View key={code} className={classes('repairs__kind', inReach === 0 && 'repairs__kind--far')} onClick={() => go('/packages/outlet/repairs/index', { kind: code })} {...a11y({ role: 'link' })}>
                  <View className='lz-h'>{name}</View>
                  <View className='lz-mute lz-num'>{inReach === 0 ? '附近还没有' : `${inReach} 家`}</View>
                </View>
              ))}
            </View>
            <View className='lz-mute'>{`没列出来的不一定没有，可能还没登记。${origin.status === '' ? '' : `${origin.name}的中心位置是${origin.status}数据。`}`}</View>
          </>
        )}
      </Loaded>
    </Screen>
  );
}
