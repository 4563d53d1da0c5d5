import { View } from '@tarojs/components';
import type { OutletCard as Outlet } from '../../../types/contract/outlet';
import { Card } from '../Card';
import { DemoMark, Tag } from '../Tag';
import { OpenTags } from './OpenTags';
import { Walk } from './Walk';
import { kindText, knownFacts, signWords } from './words';
import './index.scss';

/** One outlet in a list: minutes on foot first, then what it is and whether it is open. The whole card opens its page. */
export function OutletCard({ outlet, onOpen }: { outlet: Outlet; onOpen: (id: string) => void }) {
  const { walk } = outlet;
  return (
    <Card row className='lz-outlet' onClick={() => onOpen(outlet.id)}>
      {walk && <Walk walk={walk} />}
      <View className='lz-outlet__what'>
        <View className='lz-h'>{outlet.name}</View>
        <View className='lz-mute'>{kindText(outlet)}</View>
        <View className='lz-wrap lz-outlet__tags'>
          <OpenTags open={outlet.open} doubted={outlet.doubted} />
          {outlet.services.length > 1 && !outlet.smallRepair && <Tag>一店多能</Tag>}
          {knownFacts(outlet.facts).map((fact) => <Tag key={fact}>{fact}</Tag>)}
        </View>
        <View className='lz-wrap lz-mute'>
          <View>{signWords(outlet, new Date().getFullYear())}</View>
          <DemoMark demo={outlet.demo} />
        </View>
      </View>
    </Card>
  );
}
