import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { usePull } from '../../../services/pull';
import { useReturned } from '../../../services/returned';
import { go, replace } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Circle } from './Circle';
import { District } from './District';
import { Formats } from './Formats';
import './index.scss';

/** The circles at a glance: how far each is, what type it makes, what is missing, what is late. */
export default function CirclesPage() {
  const found = useCall('desk.overview', {});
  usePull(found.reload);
  useReturned(found.reload);
  return (
    <Screen title='生活圈总览' elderSwitch>
      <OfficersOnly of={found} ways={<Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}>
        {(overview) => {
          const examples = overview.rules.filter(({ status }) => status === '示例');
          return (
            <>
              {examples.length > 0 && <Notice tone='amber'>{`${examples.map(({ title }) => title).join('、')}用的是示例阈值，等官方附表来了再换；定型和得分只供试算。`}</Notice>}
              {overview.role !== 'street' && <District overview={overview} />}
              {overview.circles.map((circle) => <Circle key={circle.id} leads circle={circle} demo={overview.demo} />)}
              <Formats overview={overview} />
              <Button kind='line' icon='list' label='任务和进度' onClick={() => go(deskPages.plan)} />
              {overview.role !== 'department' && <Button kind='line' icon='edit' label='填人口、面积这些数' onClick={() => go(deskPages.entered)} />}
              {(overview.role === 'district' || overview.role === 'street') && <Button kind='line' icon='print' label={overview.role === 'street' ? '本街道的统计表' : '快照和统计表'} onClick={() => go(deskPages.snapshots)} />}
              {overview.role === 'district' && <Button kind='line' icon='list' label='分型、评价和表样的规则' onClick={() => go(deskPages.rules)} />}
              <View className='lz-mute'>{`${dateTime(overview.asOf)} 的数。没有核实的不算有，没有清点的不算没有。`}</View>
            </>
          );
        }}
      </OfficersOnly>
    </Screen>
  );
}
