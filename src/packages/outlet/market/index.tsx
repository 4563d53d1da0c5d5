import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { OutletCard } from '../../../components/OutletCard';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { a11y } from '../../../components/a11y';
import { backTo, go, useQuery } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import { usePace, useWalkFrom } from '../../../services/walkFrom';
import { Hours } from '../detail/Hours';
import { Head } from './Head';
import { Next } from './Next';
import { Rules } from './Rules';

/** One market: is it on, until when, when next, what its rules are, and which stalls are there now. */
export default function MarketPage() {
  const { id } = useQuery();
  const from = useWalkFrom();
  const pace = usePace();
  const found = useCall('outlet.market', id === undefined ? null : { id, pace, ...(from ? { origin: from.origin } : {}) }, { cacheKey: id });
  usePull(found.reload);
  const all = <Button kind='line' icon='list' label='看别的集市' onClick={() => backTo('/packages/outlet/markets/index')} />;
  const gone = id === undefined || (found.data === null && found.error?.code === 'not_found');
  return (
    <Screen title={found.data?.market.name ?? '集市'} elderSwitch>
      {gone ? <EmptyState icon='shop' title='没有找到这个集市' text='可能改了名字，到列表里找一找。'>{all}</EmptyState> : (
        <Loaded of={found} ways={all}>
          {({ market, stalls, more }) => (
            <View className='lz-stack'>
              <Head market={market} />
              <Next market={market} />
              {market.hours !== null && <Hours outlet={market} title='平时什么时候开' />}
              <Rules rules={market.rules} />
              <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>{stallsTitle(stalls)}</View>
              {stalls.map((stall) => <OutletCard key={stall.id} outlet={stall} onOpen={(stallId) => go('/packages/outlet/detail/index', { id: stallId })} />)}
              {more && <View className='lz-mute'>{`只列出了 ${stalls.length} 个摊位。`}</View>}
              {stalls.length === 0 && <View className='lz-mute'>还没有摊位登记进来。在这里摆摊的，登记了邻居才找得到，没有执照也行。</View>}
              <Button kind='line' icon='plus' label='我在这里摆摊，登记' onClick={() => go('/packages/merchant/register/index')} />
            </View>
          )}
        </Loaded>
      )}
    </Screen>
  );
}

function stallsTitle(stalls: readonly { readonly open: { readonly state: string } }[]): string {
  if (stalls.length === 0) return '摊位';
  const open = stalls.filter((stall) => stall.open.state === 'open').length;
  return open === 0 ? `摊位 ${stalls.length} 个，现在都没有开` : `现在有 ${open} 个摊位，共 ${stalls.length} 个`;
}
