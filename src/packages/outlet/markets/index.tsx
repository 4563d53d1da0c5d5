import { View } from '@tarojs/components';
import type { MarketHead } from '../../../../types/contract/outlet';
import { Card } from '../../../components/Card';
import { walkText } from '../../../components/OutletCard/words';
import { Screen } from '../../../components/Screen';
import { Loaded } from '../../../components/StateView/Loaded';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import { usePace, useWalkFrom } from '../../../services/walkFrom';
import { kindWords, marketState, unsureOf } from './words';

/** 早市、夜市、逢集: what is on now first. */
export default function MarketsPage() {
  const from = useWalkFrom();
  const pace = usePace();
  const found = useCall('outlet.markets', { pace, ...(from ? { origin: from.origin } : {}) }, { cacheKey: from?.origin.kind === 'community' ? `${from.origin.code}:${pace}` : undefined });
  usePull(found.reload);
  return (
    <Screen title='集市夜市' elderSwitch>
      <Loaded of={found} cards={4}>
        {({ markets }) => (
          <>
            {markets.map((market) => <MarketCard key={market.id} market={market} />)}
            <View className='lz-mute'>早市、逢集、夜市和特色街区。写着「待核」的，方案里点了名，地点和时间还没有单位告诉我们。</View>
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function MarketCard({ market }: { market: MarketHead }) {
  const { id, name, kind, walk, address } = market;
  const state = marketState(market.open);
  return (
    <Card onClick={() => go('/packages/outlet/market/index', { id })}>
      <View className='lz-wrap'>
        <View className='lz-h'>{name}</View>
        <Tag>{kindWords[kind]}</Tag>
      </View>
      <View className='lz-wrap'>
        <Tag tone={state.tone}>{state.text}</Tag>
        {unsureOf(market).map((text) => <Tag key={text}>{text}</Tag>)}
      </View>
      <View className='lz-mute'>{walk ? `步行${walkText(walk)}` : address ?? '在哪里还没有核实'}</View>
    </Card>
  );
}
