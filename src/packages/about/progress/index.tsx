import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { ShareButton } from '../../../components/Button/Share';
import { Notice } from '../../../components/Notice';
import { Coverage } from '../../../components/PlanProgress/Coverage';
import { Phases } from '../../../components/PlanProgress/Phases';
import { Screen } from '../../../components/Screen';
import { HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { go, switchTo } from '../../../services/navigate';
import { usePlace } from '../../../services/place';
import { usePull } from '../../../services/pull';
import { useShare, type ShareCard } from '../../../services/share';
import { useCall } from '../../../services/useCall';
import { Circle } from './Circle';
import { District } from './District';
import { ownFirst, summaryWords } from './words';

const card: ShareCard = { title: '凉州区的生活圈建到哪了', path: '/packages/about/progress/index' };

/** How far the circles are: for anyone, without a login. */
export default function ProgressPage() {
  const found = useCall('desk.circles', {}, { cacheKey: 'all' });
  const own = usePlace()?.circle;
  usePull(found.reload);
  useShare(card);
  return (
    <Screen title='生活圈建设进度' elderSwitch>
      <Loaded of={found} ways={<Button kind='line' label='回生活圈' onClick={() => switchTo('home')} />}>
        {({ asOf, circles, coverage, phases, satisfaction, rules, demo }) => {
          const classification = rules.find(({ kind }) => kind === 'classification');
          const example = classification?.status === '示例';
          return (
            <>
              <View className='lz-strong'>{summaryWords(circles)}</View>
              {example && <Notice tone='amber'>定类型用的标准是示例，官方的还没有来，所以类型只供参考。</Notice>}
              <View className='lz-mute'>有人去核实过的才算有。“还没有定型”是说还没有核实完，不是说没有。</View>
              {ownFirst(circles, own).map((circle) => (
                <Circle key={circle.id} circle={circle} own={circle.id === own} typeStatus={example ? classification.status : undefined} demo={demo} />
              ))}
              <District satisfaction={satisfaction} />
              <Coverage coverage={coverage} demo={demo} />
              <Phases phases={phases} />
              <View className='lz-mute'>{`${dateTime(asOf)} 的数。期限和目标出自${rules.find(({ kind }) => kind === 'plan')?.title ?? '方案'}。`}</View>
              <Button kind='line' label='结果怎么算的' onClick={() => go('/packages/about/method/index')} />
              <ShareButton label='转给邻居' card={card} />
              <HotlineButton />
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}
