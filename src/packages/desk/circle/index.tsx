import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { go, replace, useQuery } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import { Circle } from '../circles/Circle';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Evaluation } from './Evaluation';
import { Figures } from './Figures';
import { Formats } from './Formats';
import { Lacking } from './Lacking';
import { OverTime } from './OverTime';
import { Papers } from './Papers';
import { Projects } from './Projects';
import { State } from './State';
import '../circles/index.scss';

/** 一圈一策: one circle on one page. */
export default function CirclePage() {
  const { id } = useQuery();
  const found = useCall('desk.circle', id ? { id } : null);
  usePull(found.reload);
  const back = <Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />;
  if (!id || found.error?.code === 'unknown_place') return <Screen title='一圈一策'><EmptyState icon='home' title='没有这个生活圈' text='链接可能不完整。请从总览里点进来。'>{back}</EmptyState></Screen>;
  return (
    <Screen title='一圈一策' elderSwitch>
      <OfficersOnly of={found} ways={back}>
        {(board) => {
          const examples = board.rules.filter(({ status }) => status === '示例');
          return (
            <>
              {examples.length > 0 && <Notice tone='amber'>{`${examples.map(({ title }) => title).join('、')}用的是示例阈值，定型和得分只供试算。`}</Notice>}
              <Circle circle={board.line} demo={board.demo} />
              <State board={board} onMoved={found.reload} />
              <Projects circle={board.line.id} />
              <OverTime releases={board.releases} />
              <Formats formats={board.formats} />
              <Lacking circle={board.line.id} needs={board.needs} />
              <Evaluation board={board} />
              <Figures circle={board.line.id} figures={board.figures} />
              {/* only the district has acts */}
              {board.acts.length > 0 && <Papers circle={board.line.id} />}
              {board.role !== 'department' && (
                <>
                  <Button kind='line' icon='edit' label='填人口、面积这些数' onClick={() => go(deskPages.entered)} />
                  <Button kind='line' icon='check' label='去清点、看清点表' onClick={() => go(deskPages.inventory)} />
                </>
              )}
              <View className='lz-mute'>{`${dateTime(board.asOf)} 的数。`}</View>
            </>
          );
        }}
      </OfficersOnly>
    </Screen>
  );
}
