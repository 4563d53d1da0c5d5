import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { useCatalogue } from '../../../services/catalogue';
import { go } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { ClaimCard } from './ClaimCard';
import { Owned } from './Owned';
import { RegistrationCard } from './RegistrationCard';
import { TakeOver } from './TakeOver';
import { latest } from './latest';
import './index.scss';

/** Photos that are asked for at once; whoever has more sees those of her newest registrations. */
const mostAsked = 20;

const register = () => go('/packages/merchant/register/index');

/** A merchant's outlets and how each stands. Not kept on the phone: it holds the codes of licences. */
export default function MyOutletsPage() {
  const mine = useCall('outlet.mine', {});
  const catalogue = useCatalogue();
  usePull(mine.reload);
  useReturned(mine.reload);
  const { registrations = [], outlets = [], claims = [] } = mine.data ?? {};
  // what was approved and is hers has its own card already, unless there is more to be said of it
  const cards = latest(registrations).filter(({ state, outlet, reason, draft }) => state !== 'approved' || reason !== null || draft.photos?.length || !outlets.some(({ id }) => id === outlet));
  const ids = cards.flatMap(({ draft }) => draft.photos?.map(({ id }) => id) ?? []).slice(0, mostAsked);
  const photos = useCall('outlet.photos', ids.length === 0 ? null : { ids });
  const some = registrations.length + outlets.length + claims.length > 0;
  const [taken, setTaken] = useState<string | null>(null);
  const took = (name: string) => {
    setTaken(name);
    mine.reload();
  };
  return (
    <Screen title='我的网点' elderSwitch footer={some && <Button grow icon='plus' label='再登记一个网点' onClick={register} />}>
      <Loaded of={mine} ways={<Button kind='line' icon='plus' label='先登记，连上网再提交' onClick={register} />}>
        {() => (!some ? (
          <EmptyState icon='shop' title='还没有登记过网点' text='登记后，街道看过就会出现在「附近」里，邻居找得到您。没有执照的修鞋摊、缝补摊也能登记。已经在「附近」里的，打开它点「这是我的店」。'>
            <Button icon='plus' label='登记我的网点' onClick={register} />
            <TakeOver onTaken={took} />
            <HotlineButton />
          </EmptyState>
        ) : (
          <View className='lz-stack'>
            {taken !== null && <Notice>{`「${taken}」归您管了。`}</Notice>}
            {outlets.map((outlet) => <Owned key={outlet.id} outlet={outlet} onChanged={mine.reload} />)}
            {claims.filter(({ state }) => state !== 'withdrawn' && state !== 'granted').map((claim) => <ClaimCard key={claim.id} claim={claim} onChanged={mine.reload} />)}
            {cards.map((registration) => (
              <RegistrationCard key={registration.id} registration={registration} photos={photos.data?.photos ?? []} formatName={catalogue?.formats.find(({ code }) => code === registration.draft.format)?.name ?? ''} />
            ))}
            <TakeOver onTaken={took} />
            <View className='lz-mute'>待审的由街道按先后顺序看，着急的话可以打电话问。</View>
            <HotlineButton />
          </View>
        ))}
      </Loaded>
    </Screen>
  );
}
