import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { PlaceList } from '../../components/PlaceList';
import { Screen } from '../../components/Screen';
import { EmptyState, HotlineButton } from '../../components/StateView';
import { Loaded } from '../../components/StateView/Loaded';
import { answered } from '../../services/answers/answered';
import { draft, renewDraft, startDraft, type Draft } from '../../services/answers/draft';
import { newSecret } from '../../services/answers/withdrawal';
import { coin } from '../../services/ids';
import { go, switchTo } from '../../services/navigate';
import { rememberPlace, usePlace } from '../../services/place';
import { useReturned } from '../../services/returned';
import { useCall } from '../../services/useCall';
import { Done } from './Done';
import { Intro } from './Intro';

/** Before the questions: which round this is, what it asks, on which conditions; or that it was answered already. */
export function Front({ old, onStart }: { /** A draft that nobody takes as it is, but whose answers may be used again. */ old: Draft | null; onStart: () => void }) {
  const place = usePlace();
  const done = answered.use() ?? [];
  const community = place?.community ?? null;
  const still = community && done.find((entry) => entry.community.code === community.code && Date.now() < Date.parse(entry.round.closesAt));
  /** She took her answer back and fills in another. */
  const [again, setAgain] = useState(false);
  const begun = useCall('survey.begin', community && (!still || again) ? { community: community.code } : null, { cacheKey: community?.code });
  useReturned(begun.reload);

  if (community === null) {
    return (
      <Screen title='说满意' tab='survey'>
        <View className='lz-mute'>先选您住的社区，再开始问卷。</View>
        <PlaceList onPick={rememberPlace} />
      </Screen>
    );
  }
  const entry = still ?? done.find(({ round }) => round.id === begun.data?.round.id);
  if (entry && !(again && entry.withdrawn)) return <Done entry={entry} circle={place?.circle ?? null} onAgain={() => setAgain(true)} />;
  if (begun.error?.code === 'round_not_open') return <NoRound circle={place?.circle} />;
  return (
    <Screen title='说满意' tab='survey'>
      <Loaded of={begun} ways={<Button kind='line' label='先回生活圈' onClick={() => switchTo('home')} />}>
        {(data) => (
          <Intro
            begun={data} community={community} carries={old !== null}
            onStart={async () => {
              const secret = await newSecret();
              // another tab may have begun meanwhile: one draft, one id
              const other = draft.refresh();
              if (old !== null) draft.set(renewDraft(old, data));
              else if (other?.round.id !== data.round.id) draft.set(startDraft(data, community, { secret, reversed: coin(), again: entry?.secret ?? null }));
              onStart();
            }}
          />
        )}
      </Loaded>
    </Screen>
  );
}

function NoRound({ circle }: { circle?: string }) {
  return (
    <Screen title='说满意' tab='survey'>
      <EmptyState icon='clock' title='现在没有正在进行的问卷' text='下一轮开始时，海报上和社区里都会通知。'>
        <Button label='看上一次的结果' onClick={() => go('/packages/result/index/index', { circle })} />
        <Button kind='line' label='找附近' onClick={() => switchTo('nearby')} />
        <HotlineButton />
      </EmptyState>
    </Screen>
  );
}
