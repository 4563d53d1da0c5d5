import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { PlaceList } from '../../../components/PlaceList';
import { runningWords } from '../../../components/Round/days';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { DemoMark } from '../../../components/Tag';
import { go, replace, switchTo, useQuery } from '../../../services/navigate';
import { rememberPlace, usePlace } from '../../../services/place';
import { useShare } from '../../../services/share';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import { Checkable } from './Checkable';
import { Distributions } from './Distributions';
import { Released } from './Released';
import { Releases } from './Releases';
import '../head.scss';
import './index.scss';

/** What was published for a circle: every release, one of them whole. */
export default function ResultPage() {
  const query = useQuery();
  const place = usePlace();
  const circle = query.circle ?? place?.circle;
  const [release, setRelease] = useState<string | undefined>(query.release);
  const results = useCall('survey.results', circle ? { circle, ...(release ? { release } : {}) } : null, { cacheKey: `${circle}:${release ?? ''}` });
  usePull(results.reload);
  const name = results.data?.circle.name ?? '凉州一刻钟';
  useShare({ title: `${name}的满意度结果`, path: `/packages/result/index/index${circle ? `?circle=${circle}` : ''}` });

  if (circle === undefined || results.error?.code === 'unknown_place') {
    return (
      <Screen title='调查结果' elderSwitch>
        <View className='lz-mute'>先选社区，再看它的生活圈的结果。</View>
        <PlaceList
          onPick={(picked) => {
            rememberPlace(picked);
            replace('/packages/result/index/index', { circle: picked.circle });
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen title='调查结果' elderSwitch>
      <Loaded of={results} ways={<Button kind='line' label='回生活圈' onClick={() => switchTo('home')} />}>
        {(data) => (
          <>
            {data.releases.length > 1 && <Releases releases={data.releases} shown={data.release?.id ?? null} onChoose={setRelease} />}
            {data.release
              ? (
                <>
                  <Released release={data.release} circle={data.circle} />
                  <Distributions of={data.release.distributions} cell={data.release.cell} />
                  <Checkable round={data.release.round.id} seal={data.release.seal} />
                </>
              )
              : <EmptyState icon='chart' title='还没有公布过结果' text={`${data.circle.name}的第一份结果，会在一轮问卷结束后公布。`} />}
            {data.running && (
              <Card>
                <View className='lz-wrap'>
                  <View className='lz-strong lz-grow' {...a11y({ role: 'heading', level: 2 })}>{`正在进行：已有 ${data.running.answered} 人回答`}</View>
                  <DemoMark demo={data.running.demo} />
                </View>
                <View className='lz-mute'>{runningWords(data.running)}</View>
              </Card>
            )}
            <Button label={data.running ? '我也来答' : '找附近'} onClick={() => switchTo(data.running ? 'survey' : 'nearby')} />
            <Button kind='line' icon='list' label='缺什么，补什么' onClick={() => go('/packages/about/answered/index', { circle: data.circle.id })} />
            <Button kind='line' label='怎么算的' onClick={() => go('/packages/about/method/index')} />
            <HotlineButton />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
