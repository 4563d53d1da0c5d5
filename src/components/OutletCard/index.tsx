import { View } from '@tarojs/components';
import type { OutletCard as Outlet } from '../../../types/contract/outlet';
import { Card } from '../Card';
import { DemoMark, Tag } from '../Tag';
import { dayWords, kindText, knownFacts, metresText, openWords } from './words';
import './index.scss';

/** One outlet in a list: minutes on foot first, then what it is and whether it is open. The whole card opens its page. */
export function OutletCard({ outlet, onOpen }: { outlet: Outlet; onOpen: (id: string) => void }) {
  const { walk } = outlet;
  const open = openWords(outlet.open);
  return (
    <Card row className='lz-outlet' onClick={() => onOpen(outlet.id)}>
      {walk && (
        <View className='lz-outlet__walk'>
          <View className='lz-outlet__minutes'>{`${walk.estimated ? '约' : ''}${walk.minutes}`}</View>
          <View className='lz-outlet__unit'>分钟</View>
          <View className='lz-outlet__unit lz-num'>{metresText(walk.metres)}</View>
        </View>
      )}
      <View className='lz-outlet__what'>
        <View className='lz-h'>{outlet.name}</View>
        <View className='lz-mute'>{kindText(outlet)}</View>
        <View className='lz-wrap lz-outlet__tags'>
          <Tag tone={open.tone}>{open.text}</Tag>
          {outlet.services.length > 1 && !outlet.smallRepair && <Tag>一店多能</Tag>}
          {knownFacts(outlet.facts).map((fact) => <Tag key={fact}>{fact}</Tag>)}
        </View>
        <View className='lz-wrap lz-mute'>
          <View>{outlet.verifiedOn === null ? '还没有核实过' : `${dayWords(outlet.verifiedOn, new Date().getFullYear())}核实`}</View>
          <DemoMark demo={outlet.demo} />
        </View>
      </View>
    </Card>
  );
}
