import { useState } from 'react';
import type { PaceCode } from '../../../../types/contract/shared';
import { Button } from '../../../components/Button';
import { NavAction } from '../../../components/NavBar';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { List } from '../../../pages/nearby/List';
import { MapView } from '../../../pages/nearby/MapView';
import { useNearby } from '../../../pages/nearby/useNearby';
import { useCatalogue } from '../../../services/catalogue';
import { backTo, go } from '../../../services/navigate';
import { useEnd, usePull } from '../../../services/pull';
import type { WalkFrom } from '../../../services/walkFrom';

/** Who does one kind of repair: the list first, the map second. */
export function Found({ kind, from, pace }: { kind: string; from: WalkFrom; pace: PaceCode }) {
  const [mapped, setMapped] = useState(false);
  const name = useCatalogue()?.services.find(({ code }) => code === kind)?.name ?? '小修小补';
  const sought = { origin: from.origin, services: [kind] };
  const home = from.origin.kind === 'community' ? from.origin.code : undefined;
  const { first, items, more, busy, error, next } = useNearby(mapped ? null : { ...sought, pace }, home && `${home}:${pace}:${kind}`);
  usePull(first.reload);
  useEnd(() => void next());
  const others = <Button kind='line' label='看别的小修小补' onClick={() => backTo('/packages/outlet/repairs/index')} />;
  const nothing = (
    <EmptyState icon='search' title={`附近还没有${name}的`} text='没列出来的不一定没有，可能还没登记。知道哪里有，可以请摊主登记，没有执照也行。'>
      {others}
      <Button kind='quiet' label='登记一个网点' onClick={() => go('/packages/merchant/register/index')} />
      <HotlineButton />
    </EmptyState>
  );
  return (
    <Screen title={name} elderSwitch action={<NavAction label={mapped ? '列表' : '地图'} onClick={() => setMapped(!mapped)} />}>
      {mapped ? <MapView input={sought} cacheKey={home && `${home}:${kind}`} ways={others} nothing={nothing} /> : (
        <Loaded of={first} ways={others} cards={3}>
          {({ radius, origin }) => (items.length === 0
            ? nothing
            : <List items={items} more={more} busy={busy} error={error} onMore={() => void next()} radius={radius} origin={origin} inexact={null} />)}
        </Loaded>
      )}
    </Screen>
  );
}
