import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { factSaid, factWords, kindText, openWords, unsureWords, walkText } from '../../../components/OutletCard/words';
import { DemoMark, Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { useWalkFrom } from '../../../services/walkFrom';
import type { Outlet } from './useOutlet';

/** Name, whether it is open, what it is, how far it is, and the four facts; unknown is said. */
export function Head({ outlet }: { outlet: Outlet }) {
  const from = useWalkFrom();
  const open = openWords(outlet.open);
  const unsure = unsureWords(outlet.open);
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h'>{outlet.name}</View>
        <Tag tone={open.tone}>{open.text}</Tag>
        {unsure !== null && <Tag tone='amber'>{unsure}</Tag>}
        <DemoMark demo={outlet.demo} />
      </View>
      <View className='lz-mute'>{kindText(outlet, 20)}</View>
      {outlet.walk && <View className='lz-strong'>{`步行${walkText(outlet.walk)}`}</View>}
      <View>{`${outlet.address}（${outlet.community.name}）`}</View>
      {outlet.market && <View className='lz-link' onClick={() => go('/packages/outlet/market/index', { id: outlet.market?.id })} {...a11y({ role: 'link' })}>{`在${outlet.market.name}里，看哪天开`}</View>}
      <View className='lz-wrap outlet-facts'>
        {outlet.smallRepair && <Tag>小修小补</Tag>}
        {factWords.map((word) => {
          const said = factSaid(word, outlet.facts[word.name]);
          return <Tag key={word.name} tone={said.tone}>{said.text}</Tag>;
        })}
      </View>
      {outlet.walk?.estimated && from && <View className='lz-mute'>{`从${from.name}算起，按直线距离估算，只供参考。上面是示意图。`}</View>}
    </Card>
  );
}
