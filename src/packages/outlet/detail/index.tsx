import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { errorOf } from '../../../../types/errors';
import { switchTo, useQuery } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { Fresh } from './Fresh';
import { Head } from './Head';
import { Hours } from './Hours';
import { ShopPhotos } from './ShopPhotos';
import { Voices } from './Voices';
import { Ways } from './Ways';
import { Where } from './Where';
import { Witness } from './Witness';
import { useOutlet } from './useOutlet';

/** One outlet: is it open, how far, what it is like, and how sure we are. */
export default function OutletPage() {
  const { id } = useQuery();
  const found = useOutlet(id);
  usePull(found.reload);
  const gone = id === undefined || (found.error !== null && found.data === null && (found.error.code === 'not_found' || found.error.who === '输入'));
  const back = <Button kind='line' icon='list' label='回列表' onClick={() => switchTo('nearby')} />;
  return (
    <Screen title={found.data?.outlet.name ?? '网点'} elderSwitch>
      {gone ? (
        <EmptyState icon='shop' title='没有找到这个网点' text={errorOf('not_found').say}>
          <Button icon='list' label='回列表' onClick={() => switchTo('nearby')} />
          <HotlineButton />
        </EmptyState>
      ) : (
        <Loaded of={found} ways={back}>
          {({ outlet }) => (
            <View className='lz-stack'>
              {outlet.mergedFrom !== undefined && <Notice>{`您打开的「${outlet.mergedFrom}」和这一家是同一家，已经合在一起。`}</Notice>}
              <Where outlet={outlet} />
              <Head outlet={outlet} />
              <Ways outlet={outlet} />
              <ShopPhotos outlet={outlet} />
              <Hours outlet={outlet} />
              <Witness outlet={outlet} />
              <Voices outlet={outlet} />
              <Fresh outlet={outlet} />
            </View>
          )}
        </Loaded>
      )}
    </Screen>
  );
}
