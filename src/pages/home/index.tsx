import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { ShareButton } from '../../components/Button/Share';
import { FindWays } from '../../components/FindWays';
import { Notice } from '../../components/Notice';
import { PlaceList } from '../../components/PlaceList';
import { Screen } from '../../components/Screen';
import { HotlineButton } from '../../components/StateView';
import { Loaded } from '../../components/StateView/Loaded';
import { resultPages } from '../../services/navigate';
import { usePull } from '../../services/pull';
import { useReturned } from '../../services/returned';
import { useShare, type ShareCard } from '../../services/share';
import { Actions } from './Actions';
import { CircleCard } from './CircleCard';
import { DeskRows } from './DeskRows';
import { LastResult } from './LastResult';
import { Row } from './Row';
import { Running } from './Running';
import { useHome, type Missing } from './useHome';
import { WaitingNotice } from './WaitingNotice';
import './index.scss';

const why: Readonly<Record<Missing, string>> = {
  none: '先选您住的社区，就能看到它的生活圈。选一次就记住。',
  unknown: '没有认出这个码。不要紧，在下面选您的社区，一样能用。',
  circle: '没有找到这个生活圈。不要紧，在下面选您的社区，一样能用。',
  revoked: '这张海报的码已经换新。不要紧，在下面选您的社区，一样能用。',
};

export default function HomePage() {
  const { home, place, missing, pick, visiting, leave } = useHome();
  const seen = home.data;
  const circle = seen?.circle ?? null;
  const card: ShareCard = {
    title: `${circle?.name ?? '凉州一刻钟'}：找附近、说满意、看结果`,
    path: seen?.scene ? `/pages/home/index?scene=${encodeURIComponent(seen.scene)}` : circle ? `/pages/home/index?circle=${circle.id}` : '/pages/home/index',
  };
  useShare(card);
  useReturned(home.reload);
  usePull(home.reload);

  if (missing !== null) {
    return (
      <Screen title='凉州一刻钟' tab='home'>
        <Notice tone={missing === 'none' ? 'info' : 'amber'}>{why[missing]}</Notice>
        {missing !== 'none' && place && leave && <Button kind='line' label={`回到${place.community?.name ?? place.circleName}`} onClick={leave} />}
        <PlaceList onPick={pick} />
      </Screen>
    );
  }
  return (
    <Screen title='凉州一刻钟' tab='home'>
      <Loaded of={home} ways={leave && place && <Button kind='line' label={`先看${place.community?.name ?? place.circleName}`} onClick={leave} />}>
        {(data) => data.circle && (
          <>
            {visiting && place && leave && (
              <Notice>
                <View>{`您在看别人转来的${data.circle.name}。您选的社区没有变。`}</View>
                <View className='lz-link' onClick={leave} {...a11y({ role: 'button' })}>{`回到${place.community?.name ?? place.circleName}`}</View>
              </Notice>
            )}
            <WaitingNotice />
            <CircleCard circle={data.circle} place={data.place} demo={data.demo} />
            {/* before the figures, which can fill a screen of their own: what can be done here is seen without pushing */}
            <Actions circle={data.circle.id} needs={Boolean(data.needs?.running)} />
            <FindWays />
            <LastResult release={data.lastRelease} />
            {data.running && <Running round={data.running} />}
            {data.needs?.running && <Running round={data.needs.running} needs />}
            {data.needs?.released && <Row title='居民说缺什么' text='上一次问卷的结果，最想补的在前' page={resultPages.needs} query={{ circle: data.circle.id }} />}
            <Row title='您说缺什么，我们补什么' text='居民说缺的，计划了什么，补上了什么' page='/packages/about/answered/index' query={{ circle: data.circle.id }} />
            <Row title='生活圈建到哪了' text='每个圈的进度、期限和满意度' page='/packages/about/progress/index' />
            <DeskRows session={data.session} />
            <View className='lz-home__foot'>
              <HotlineButton />
              <ShareButton label='转给邻居' card={card} />
            </View>
          </>
        )}
      </Loaded>
    </Screen>
  );
}
