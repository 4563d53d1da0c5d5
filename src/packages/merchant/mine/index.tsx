import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { useCatalogue } from '../../../services/catalogue';
import { go } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { RegistrationCard } from './RegistrationCard';
import { latest } from './latest';
import './index.scss';

const register = () => go('/packages/merchant/register/index');

/** A merchant's outlets and how each stands. Not kept on the phone: it holds the codes of licences. */
export default function MyOutletsPage() {
  const mine = useCall('outlet.mine', {});
  const catalogue = useCatalogue();
  usePull(mine.reload);
  useReturned(mine.reload);
  const some = (mine.data?.registrations.length ?? 0) > 0;
  return (
    <Screen title='我的网点' elderSwitch footer={some && <Button grow icon='plus' label='再登记一个网点' onClick={register} />}>
      <Loaded of={mine} ways={<Button kind='line' icon='plus' label='先登记，连上网再提交' onClick={register} />}>
        {({ registrations }) => (registrations.length === 0 ? (
          <EmptyState icon='shop' title='还没有登记过网点' text='登记后，街道看过就会出现在「附近」里，邻居找得到您。没有执照的修鞋摊、缝补摊也能登记。'>
            <Button icon='plus' label='登记我的网点' onClick={register} />
            <HotlineButton />
          </EmptyState>
        ) : (
          <View className='lz-stack'>
            {latest(registrations).map((registration) => (
              <RegistrationCard key={registration.id} registration={registration} formatName={catalogue?.formats.find(({ code }) => code === registration.draft.format)?.name ?? ''} />
            ))}
            <View className='lz-mute'>待审的由街道按先后顺序看，着急的话可以打电话问。</View>
            <HotlineButton />
          </View>
        ))}
      </Loaded>
    </Screen>
  );
}
