import { useLayoutEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { endedBy } from '../../../domain/questionnaire';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Progress } from '../../components/Progress';
import { Screen } from '../../components/Screen';
import { askedOf, draftOf, openOf, topicOfDraft, withAnswer, type Draft } from '../../services/answers/draft';
import { submit } from '../../services/answers/outbox';
import { titles } from '../../services/answers/topic';
import { placedBy } from '../../services/answers/way';
import { useDeviceBack } from '../../services/deviceBack';
import { useElder } from '../../services/elder';
import { useMeant } from '../../services/meant';
import { useScroll } from '../../services/scroll';
import { Ending } from './Ending';
import { PressureLink } from './PressureLink';
import { idOf, QuestionView } from './QuestionView';
import { Review } from './Review';
import { screensOf, screenWith } from './screens';

/** The questions, screen by screen. Nothing moves on by itself; every answer is on the phone as soon as it is given. */
export function Asking({ filled, onLeave }: { filled: Draft; onLeave: () => void }) {
  const elder = useElder();
  const [kept, setKept] = useState(true);
  const [ending, setEnding] = useState(false);
  /** Sent back from the last look or by the server: what is missing is marked. */
  const [marking, setMarking] = useState(filled.refused !== null);
  const target = useRef<string | null>(null);
  const scroll = useScroll();

  const questions = askedOf(filled);
  const screens = screensOf(questions, filled.questionnaire.headline, elder);
  const at = filled.at === null ? screens.length : screenWith(screens, filled.at);
  const screen = screens[at];
  const open = new Set(openOf(filled));
  const ends = endedBy(filled.questionnaire, filled.answers);

  useLayoutEffect(() => {
    if (target.current !== null) scroll.toId(idOf(target.current));
    else scroll.toTop();
    target.current = null;
  }, [at, ending, scroll]);

  // from the draft as it is now, not as it was drawn: on a slow phone two taps come before the page is drawn again
  const store = draftOf(topicOfDraft(filled));
  const keep = (change: (now: Draft) => Draft) => setKept(store.set(change(store.get() ?? filled)));
  const moveTo = (id: string | null) => keep((now) => ({ ...now, at: id }));
  const goTo = (index: number) => moveTo(screens[index]?.[0]?.id ?? null);
  const jump = (id: string) => {
    setMarking(true);
    target.current = id;
    moveTo(id);
  };
  /** Coming from the last look: on to the next gap, or back to it, not through every question again. */
  const gap = questions.slice(questions.findIndex(({ id }) => id === screen?.at(-1)?.id) + 1).find(({ id }) => open.has(id));
  const next = () => (ends !== null && screen?.some(({ id }) => id === questions.at(-1)?.id) ? setEnding(true) : goTo(at + 1));
  const back = () => (ending ? setEnding(false) : at === 0 ? onLeave() : goTo(at - 1));

  useDeviceBack(back);
  // the footer stays where it is while the screens change above it: a tap that came twice skips no question and sends nothing unseen
  const meant = useMeant(`${at} ${ending}`, filled.answers);

  const refused = filled.refused && <Notice tone='red'>{filled.refused.say}</Notice>;
  if (ending && ends !== null) return <Ending words={ends} topic={topicOfDraft(filled)} onBack={back} />;
  if (screen === undefined) {
    return <Review filled={filled} questions={questions} open={open} refused={refused} onJump={(id) => meant(() => jump(id))()} onBack={meant(back)} onLeave={onLeave} onSubmit={meant(() => void submit(filled))} />;
  }

  const looked = marking && ends === null;
  const forward = looked
    ? <Button grow label={gap ? '下一处没答' : '改好了'} onClick={meant(() => (gap ? jump(gap.id) : moveTo(null)))} />
    : <Button grow label='下一题' onClick={meant(next)} />;
  const number = (id: string | undefined) => questions.findIndex((question) => question.id === id) + 1;
  const first = number(screen[0]?.id);
  const last = number(screen.at(-1)?.id);
  const label = `第 ${first === last ? first : `${first}–${last}`} 题 · 共 ${questions.length} 题`;
  return (
    <Screen
      title={titles[topicOfDraft(filled)]} elderSwitch onBack={onLeave}
      footer={<><Button kind='line' grow label={at === 0 ? '先不填' : '上一题'} onClick={meant(back)} />{forward}</>}
    >
      <View className='lz-survey__progress'>
        <View className='lz-row'>
          <View className='lz-mute lz-grow'>{label}</View>
          <View className='lz-mute'>{kept ? '已自动保存' : '手机存不下'}</View>
        </View>
        <Progress done={last} of={questions.length} label={label} />
      </View>
      {!kept && <Notice tone='amber'>手机没能保存，请一次填完，中途不要关闭。</Notice>}
      {refused}
      {screen.map((question) => (
        <QuestionView
          key={question.id} question={question} value={filled.answers[question.id]} community={filled.community} remarkCheck={filled.remarkCheck} unanswered={marking && open.has(question.id)} reversed={filled.reversed ?? false}
          onAnswer={(value) => keep((now) => withAnswer(now, question.id, value))}
          placedBy={placedBy(filled.way ?? null)} onCommunity={(community) => keep((now) => ({ ...withAnswer(now, question.id, community.code), community }))}
        />
      ))}
      <PressureLink key={screen[0]?.id} filled={filled} />
    </Screen>
  );
}
