import { View } from '@tarojs/components';
import { dateTime, monthDay } from '../../../../domain/calendar';
import type { Output } from '../../../../types/contract';
import type { PressureRound } from '../../../../types/contract/desk';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { lastDayOf } from '../../../components/Round/days';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { DemoMark } from '../../../components/Tag';
import { switchTo } from '../../../services/navigate';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { OfficersOnly } from '../OfficersOnly';
import { byCircle, reported } from './reported';
import './index.scss';

const overseersOnly = { title: '这一页只给上级监督单位看', text: '居民点「有人要求我怎么填」，由区以上的单位来看，街道和区里都看不到。' };

/** On which day, in which community residents said that somebody told them how to fill in. All that those above the district see here. */
export default function PressurePage() {
  const pressure = useCall('desk.pressure', {});
  useReturned(pressure.reload);
  return (
    <Screen title='有人要求怎么填' elderSwitch>
      <OfficersOnly of={pressure} only={overseersOnly}>{(it) => <Found pressure={it} reload={pressure.reload} />}</OfficersOnly>
    </Screen>
  );
}

function Found({ pressure: { asOf, least, rounds, more }, reload }: { pressure: Output<'desk.pressure'>; reload: () => void }) {
  return (
    <>
      {rounds.length > 0 && <Notice tone='amber'>请不要把某一天、某个社区转告街道和社区：那天去过哪几户，他们知道，哪怕只有一次也可能认出人。</Notice>}
      <View className='lz-row'>
        <View className='lz-mute lz-grow'>{`${dateTime(asOf)} 的数`}</View>
        <View className='lz-link' onClick={reload} {...a11y({ role: 'button' })}>刷新</View>
      </View>
      {rounds.length === 0 && (
        <EmptyState icon='check-bubble' title='还没有人反映' text='居民填问卷时点「有人要求我怎么填」，哪一天、哪个社区会记在这里。没有人点，不等于没有人被要求。'>
          <Button kind='line' label='回「我的」' onClick={() => switchTo('mine')} />
        </EmptyState>
      )}
      {rounds.map((round) => <Round key={round.id} round={round} />)}
      {more && <View className='lz-mute'>更早的没有列出来。</View>}
      <Card>
        <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>怎么看</View>
        <View className='lz-mute'>{`一天里一个社区不到 ${least} 次的，只写「有」；多的写次数，到 50 次就不再往上数。`}</View>
        <View className='lz-mute'>一次是一个微信号，或一个浏览器，每轮只算一次。浏览器可以伪造，次数多不一定是人多，请实地了解。</View>
        <View className='lz-mute'>这里没有是谁、填了什么。请不要去打听是谁。</View>
      </Card>
    </>
  );
}

function Round({ round: { title, opensAt, closesAt, demo, days } }: { round: PressureRound }) {
  return (
    <Card className='desk-pressure'>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{title}</View>
        <DemoMark demo={demo} />
      </View>
      <View className='lz-mute'>{`${monthDay(opensAt)}至${lastDayOf(closesAt)}`}</View>
      {days.map(({ day, rows }) => (
        <View key={day} className='desk-pressure__day'>
          <View className='lz-strong' {...a11y({ role: 'heading', level: 3 })}>{monthDay(`${day}T12:00:00+08:00`)}</View>
          {byCircle(rows).map(({ circle, rows: list }) => (
            <View key={circle} className='lz-col'>
              <View className='lz-mute'>{circle}</View>
              {list.map((row) => (
                <View key={row.community.code} className='desk-pressure__row'>
                  <View className='lz-grow'>{row.community.name}</View>
                  <View className='lz-strong lz-num'>{reported(row)}</View>
                </View>
              ))}
            </View>
          ))}
        </View>
      ))}
    </Card>
  );
}
