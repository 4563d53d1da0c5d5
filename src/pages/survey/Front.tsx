import { View } from '@tarojs/components';
import type { Topic } from '../../../types/contract/shared';
import { Button } from '../../components/Button';
import { PlaceList } from '../../components/PlaceList';
import { Screen } from '../../components/Screen';
import { EmptyState, HotlineButton } from '../../components/StateView';
import { Loaded } from '../../components/StateView/Loaded';
import { answered, topicOfAnswer, type Answered } from '../../services/answers/answered';
import { draftOf, renewDraft, startDraft, type Draft } from '../../services/answers/draft';
import { shownTopic, titles } from '../../services/answers/topic';
import { beginInput, way, whoseOf, type Way } from '../../services/answers/way';
import { newSecret } from '../../services/answers/withdrawal';
import { coin } from '../../services/ids';
import { go, resultPages, switchTo } from '../../services/navigate';
import { rememberPlace, usePlace } from '../../services/place';
import { useReturned } from '../../services/returned';
import { useCall } from '../../services/useCall';
import { Done } from './Done';
import { Intro } from './Intro';
import { LetterEntry } from './LetterEntry';
import { OtherWay } from './OtherWay';
import { Rounds } from './Rounds';

/** Before the questions: which round this is, what it asks, on which conditions; or that it was answered already. */
export function Front({ old, onStart }: { /** A draft that nobody takes as it is, but whose answers may be used again. */ old: Draft | null; onStart: () => void }) {
  const place = usePlace();
  const topic = shownTopic.use() ?? 'satisfaction';
  const done = answered.use() ?? [];
  const by = way.use();
  const community = place?.community ?? null;
  const whose = whoseOf(by);
  const still = whose !== null ? done.find((one) => one.whose === whose && !one.withdrawn)
    : by === null && community ? done.find((one) => isOfHers(one) && topicOfAnswer(one) === topic && one.community.code === community.code && Date.now() < Date.parse(one.round.closesAt)) : undefined;
  const input = still ? null : beginInput(by, community?.code ?? null, topic);
  const begun = useCall('survey.begin', input, { cacheKey: by ? `${by.kind}:${whose}` : community ? `${topic === 'needs' ? 'needs:' : ''}${community.code}` : undefined });
  useReturned(begun.reload);

  if (by === null && community === null) {
    return (
      <Screen title={titles[topic]} tab='survey'>
        <View className='lz-mute'>先选您住的社区，再开始问卷。</View>
        <LetterEntry />
        <PlaceList onPick={rememberPlace} />
      </Screen>
    );
  }
  const circle = place?.circle ?? null;
  const entry = still ?? done.find((one) => one.round.id === begun.data?.round.id && (by === null ? isOfHers(one) : (one.whose ?? null) === whose && !one.withdrawn));
  if (entry && by?.kind !== 'assist') return <Done entry={entry} circle={circle} onAgain={() => way.set(againOf(entry))} onLeave={by ? () => way.set(null) : undefined} />;
  const refused = begun.data === null ? begun.error : null;
  if (by !== null && refused && !refused.retry) return <OtherWay by={by} error={refused} />;
  if (refused?.code === 'round_not_open') return <NoRound circle={circle} topic={topic} />;
  return (
    <Screen title={titles[topic]} tab='survey'>
      {by === null && <Rounds />}
      <Loaded of={begun} ways={<Button kind='line' label='先回生活圈' onClick={() => switchTo('home')} />}>
        {(data) => (
          <Intro
            begun={data} by={by} carries={old !== null}
            onStart={async () => {
              const secret = await newSecret();
              // another tab may have begun meanwhile: one draft, one id
              // a letter or a helper's link may be of the other topic
              const asked = data.round.topic ?? 'satisfaction';
              const kept = draftOf(asked);
              const other = kept.refresh();
              shownTopic.set(asked);
              if (old !== null) kept.set(renewDraft(old, data));
              else if (other?.round.id !== data.round.id) kept.set(startDraft(data, data.community, { secret, reversed: coin(), way: by }));
              onStart();
            }}
          />
        )}
      </Loaded>
    </Screen>
  );
}

/** By the poster or by her own letter; not what she filled in for somebody else on this phone. */
const isOfHers = ({ whose = null, own = true }: Answered): boolean => whose === null || (whose.startsWith('letter:') && own);

const againOf = ({ secret, community, whose = null }: Answered): Way | null => (secret ? { kind: 'again', secret, community, whose } : null);

function NoRound({ circle, topic }: { circle: string | null; topic: Topic }) {
  return (
    <Screen title={titles[topic]} tab='survey'>
      <Rounds />
      <EmptyState icon='clock' title='现在没有正在进行的问卷' text='下一轮开始时，海报上和社区里都会通知。'>
        <Button label='看上一次的结果' onClick={() => go(resultPages[topic], { circle: circle ?? undefined })} />
        <Button kind='line' label='找附近' onClick={() => switchTo('nearby')} />
        <HotlineButton />
      </EmptyState>
    </Screen>
  );
}
