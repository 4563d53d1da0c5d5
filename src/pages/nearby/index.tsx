import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { FindWays } from '../../components/FindWays';
import { NavAction } from '../../components/NavBar';
import { Screen } from '../../components/Screen';
import { EmptyState } from '../../components/StateView';
import { Loaded } from '../../components/StateView/Loaded';
import { go } from '../../services/navigate';
import { useEnd, usePull } from '../../services/pull';
import { usePace, useWalkFrom, type WalkFrom } from '../../services/walkFrom';
import { asked, change, countOf, filters as kept, noFilters } from './filters';
import { List, NothingFound } from './List';
import { MapView } from './MapView';
import { OriginLine } from './OriginLine';
import { OriginSheet } from './OriginSheet';
import { Seek } from './Seek';
import { useNearby } from './useNearby';
import './index.scss';

/** Outlets around her, nearest first. The list is the first view; the map shows the same. */
export default function NearbyPage() {
  const from = useWalkFrom();
  const [mapped, setMapped] = useState(false);
  return (
    <Screen title='附近网点' tab='nearby' action={from && <NavAction label={mapped ? '列表' : '地图'} onClick={() => setMapped(!mapped)} />}>
      {from ? <Around from={from} mapped={mapped} onList={() => setMapped(false)} /> : <Nowhere />}
    </Screen>
  );
}

function Around({ from, mapped, onList }: { from: WalkFrom; mapped: boolean; onList: () => void }) {
  const filters = kept.use();
  const pace = usePace();
  const [moving, setMoving] = useState(false);
  const filtered = countOf(filters);
  const plain = filtered === 0 && filters.text.trim() === '';
  const sought = { origin: from.origin, ...asked(filters) };
  const home = plain && from.origin.kind === 'community' ? from.origin.code : undefined;
  const { first, items, more, busy, error, next } = useNearby(mapped ? null : { ...sought, pace }, home && `${home}:${pace}`);
  usePull(first.reload);
  useEnd(() => void next());
  const ways = (
    <>
      {mapped && <Button kind='line' icon='list' label='看列表' onClick={onList} />}
      {!plain && <Button kind='line' label='清除条件，看全部' onClick={() => change(noFilters)} />}
      <Button kind='line' label='换个出发点' onClick={() => setMoving(true)} />
    </>
  );
  const nothing = <NothingFound filters={filters} filtered={filtered} onOrigin={() => setMoving(true)} />;
  return (
    <>
      <Seek />
      {plain && !mapped && <FindWays />}
      <OriginLine from={from} />
      {mapped ? <MapView input={sought} cacheKey={home} ways={ways} nothing={nothing} /> : (
        <Loaded of={first} ways={ways} cards={5}>
          {({ radius, origin, inexact }) => (items.length === 0
            ? nothing
            : <List items={items} more={more} busy={busy} error={error} onMore={() => void next()} radius={radius} origin={origin} inexact={inexact ? filters.text.trim() : null} />)}
        </Loaded>
      )}
      <OriginSheet open={moving} onClose={() => setMoving(false)} from={from} />
    </>
  );
}

/** No community is known yet, and no place was picked. */
function Nowhere() {
  const [open, setOpen] = useState(false);
  return (
    <View>
      <EmptyState icon='pin' title='从哪里出发？' text='选好社区，就能看到走路几分钟有什么店。不用打开定位。'>
        <Button label='选我的社区' onClick={() => go('/packages/place/pick/index')} />
        <Button kind='line' label='只选这一次的出发点' onClick={() => setOpen(true)} />
      </EmptyState>
      <OriginSheet open={open} onClose={() => setOpen(false)} from={null} />
    </View>
  );
}
