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
import { openQuestionnaire } from '../../../services/answers/topic';
import { go, replace, resultPages, switchTo, useQuery } from '../../../services/navigate';
import { rememberPlace, usePlace } from '../../../services/place';
import { usePull } from '../../../services/pull';
import { useShare } from '../../../services/share';
import { useCall } from '../../../services/useCall';
import { Checkable } from '../index/Checkable';
import { Distributions } from '../index/Distributions';
import { Releases } from '../index/Releases';
import { Lacking } from './Lacking';
import '../head.scss';
import '../index/index.scss';

/** What was published of 有什么、缺什么 in a circle: every release, one of them whole. */
export default function NeedsPage() {
  const query = useQuery();
  const place = usePlace();
  const circle = query.circle ?? place?.circle;
  const [release, setRelease] = useState<string | undefined>(query.release);
  const results = useCall('survey.results', circle ? { circle, topic: 'needs', ...(release ? { release } : {}) } : null, { cacheKey: `needs:${circle}:${release ?? ''}` });
  const held = useCall('desk.lacking', circle ? { circle } : null, { cacheKey: circle });
  usePull(results.reload);
  const name = results.data?.circle.name ?? '凉州一刻钟';
  useShare({ title: `${name}的居民说缺什么`, path: `${resultPages.needs}${circle ? `?circle=${circle}` : ''}` });

  if (circle === undefined || results.error?.code === 'unknown_place') {
    return (
      <Screen title='居民说缺什么' elderSwitch>
        <View className='lz-mute'>先选社区，再看它的生活圈的结果。</View>
        <PlaceList
          onPick={(picked) => {
            rememberPlace(picked);
            replace(resultPages.needs, { circle: picked.circle });
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen title='居民说缺什么' elderSwitch>
      <Loaded of={results} ways={<Button kind='line' label='回生活圈' onClick={() => switchTo('home')} />}>
        {({ circle: here, releases, release: shown, running }) => (
          <>
            {releases.length > 1 && <Releases releases={releases} shown={shown?.id ?? null} onChoose={setRelease} />}
            {shown
              ? (
                <>
                  <Lacking release={shown} circle={here.name} held={held.data?.needs ?? null} />
                  {shown.beside.map((other) => <Lacking key={other.cell.source} release={{ ...shown, ...other }} circle={here.name} held={held.data?.needs ?? null} beside />)}
                  <Distributions of={shown.distributions} cell={shown.cell} />
                  <Checkable round={shown.round.id} seal={shown.seal} />
                </>
              )
              : <EmptyState icon='chart' title='还没有公布过结果' text={`${here.name}的第一份结果，会在一轮“有什么、缺什么”问卷结束后公布。`} />}
            {running && (
              <Card>
                <View className='lz-wrap'>
                  <View className='lz-strong lz-grow' {...a11y({ role: 'heading', level: 2 })}>{`正在进行：已有 ${running.answered} 人说了缺什么`}</View>
                  <DemoMark demo={running.demo} />
                </View>
                <View className='lz-mute'>{runningWords(running, '公布以前只数份数。')}</View>
              </Card>
            )}
            {running ? <Button label='我也来说' onClick={() => openQuestionnaire('needs')} /> : <Button label='找附近' onClick={() => switchTo('nearby')} />}
            <Button kind='line' label='怎么算的' onClick={() => go('/packages/about/method/index')} />
            <HotlineButton />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
