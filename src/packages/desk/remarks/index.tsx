import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime, monthDay } from '../../../../domain/calendar';
import type { Remarks, RemarkState } from '../../../../types/contract/desk';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Notice } from '../../../components/Notice';
import { lastDayOf } from '../../../components/Round/days';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { DemoMark } from '../../../components/Tag';
import { replace } from '../../../services/navigate';
import { useScroll } from '../../../services/scroll';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import '../desk.scss';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Refusing } from './Refusing';
import { Text } from './Text';
import { useDecisions, type Decisions, type Place } from './useDecisions';
import { emptyText, howShown, lists, waitingText } from './words';
import './index.scss';

const districtOnly = { title: '这一页只给区里的专班看', text: '居民写的话，按轮次、至少十条一批给区里看。街道看不到，免得认出是谁。' };
type Shown = NonNullable<Remarks['shown']>;

/** What residents wrote at the end of the questionnaire: batches of at least ten, by round alone; and the look of a person before any is made public. */
export default function RemarksPage() {
  const [round, setRound] = useState<string>();
  const [list, setList] = useState<RemarkState>('held');
  const [before, setBefore] = useState<number>();
  const remarks = useCall('desk.remarks', { round, list, before });
  const decisions = useDecisions();
  const scroll = useScroll();
  useReturned(remarks.reload);
  const { forget } = decisions;
  // read anew, what was decided is no longer in the list
  useEffect(forget, [remarks.at]); // eslint-disable-line react-hooks/exhaustive-deps -- `forget` is made anew each time and does the same
  const turn = (to: number | undefined) => {
    setBefore(to);
    scroll.toTop();
  };
  const look = (state: RemarkState) => {
    setList(state);
    setBefore(undefined);
  };
  return (
    <Screen title='居民留言' elderSwitch>
      <OfficersOnly of={remarks} only={districtOnly}>
        {({ rounds, shown }) => (
          <>
            {rounds.length > 1 && (
              <Chips label='看哪一轮'>
                {rounds.map(({ id, title }) => <Chip key={id} label={title} on={id === shown?.round} onToggle={() => { setRound(id); setBefore(undefined); }} />)}
              </Chips>
            )}
            {shown === null
              ? <EmptyState icon='list' title='还没有开始过的轮次' text='有了轮次，居民在问卷最后一题写的话会出现在这里。'><ToProgress /></EmptyState>
              : (
                <>
                  <About shown={shown} round={rounds.find(({ id }) => id === shown.round)} at={remarks.at} reload={remarks.reload} />
                  <Lists shown={shown} list={list} decisions={decisions} onLook={look} />
                  <Batches shown={shown} list={list} decisions={decisions} />
                  {shown.more && <Button kind='line' label='看更早的' onClick={() => turn(shown.batches.at(-1)?.number)} />}
                  {before !== undefined && <Button kind='line' label='回到最新的' onClick={() => turn(undefined)} />}
                </>
              )}
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}

const ToProgress = () => <Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />;

function About({ shown, round, at, reload }: { shown: Shown; round: Remarks['rounds'][number] | undefined; at: number | null; reload: () => void }) {
  return (
    <>
      {shown.closed && <Notice tone='amber'>有一些留言打不开：服务器上没有收下它们时的密钥。留言没有丢，请联系管服务器的人把密钥放回来。</Notice>}
      <Card>
        <View className='lz-wrap'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{round?.title ?? '这一轮'}</View>
          <DemoMark demo={round?.demo ?? false} />
        </View>
        {round && <View className='lz-mute'>{`${monthDay(round.opensAt)}至${lastDayOf(round.closesAt)}`}</View>}
        <View>{waitingText(shown)}</View>
        <View className='lz-mute'>{howShown}</View>
        <View className='lz-row'>
          <View className='lz-mute lz-grow'>{at === null ? '' : `${dateTime(new Date(at).toISOString())} 的情况`}</View>
          <View className='lz-link' onClick={reload} {...a11y({ role: 'button' })}>刷新</View>
        </View>
      </Card>
    </>
  );
}

function Lists({ shown, list, decisions, onLook }: { shown: Shown; list: RemarkState; decisions: Decisions; onLook: (state: RemarkState) => void }) {
  const { passed, refused, elsewhere } = decisions.count(shown.round);
  const from = passed + refused + elsewhere;
  const count = { held: shown.held - (list === 'held' ? from : 0), passed: shown.passed + passed - (list === 'passed' ? from : 0), refused: shown.refused + refused };
  return (
    <Chips label='看哪些' wrap>
      {lists.map(({ state, name }) => <Chip key={state} label={`${name} ${count[state]}`} on={state === list} onToggle={() => onLook(state)} />)}
    </Chips>
  );
}

function Batches({ shown, list, decisions }: { shown: Shown; list: RemarkState; decisions: Decisions }) {
  const [refusing, setRefusing] = useState<Place | null>(null);
  if (shown.batches.length === 0) return <EmptyState icon='list' {...emptyText(list, shown)}><ToProgress /></EmptyState>;
  return (
    <>
      {shown.batches.map(({ number, day, texts }) => (
        <Card key={number}>
          <View className='lz-row desk-remarks__head'>
            <View className='lz-strong lz-grow' {...a11y({ role: 'heading', level: 3 })}>{`第 ${number} 批`}</View>
            <View className='lz-mute'>{`${monthDay(`${day}T12:00:00+08:00`)}放出`}</View>
          </View>
          {texts.map(({ place, text, reason }) => (
            <Text key={place} at={{ round: shown.round, batch: number, place }} text={text} reason={reason} list={list} decisions={decisions} onRefuse={setRefusing} />
          ))}
        </Card>
      ))}
      {refusing && list !== 'refused' && (
        <Refusing
          onClose={() => setRefusing(null)}
          onRefuse={(reason) => {
            setRefusing(null);
            void decisions.decide(refusing, list, reason);
          }}
        />
      )}
    </>
  );
}
