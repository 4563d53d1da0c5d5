import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { replace } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Late } from './Late';
import { Months } from './Months';
import { Task } from './Task';
import '../circles/index.scss';
import './index.scss';

/** The plan's tasks: what is late, how far each department and street is, and what comes when. */
export default function PlanPage() {
  const found = useCall('desk.workPlan', {});
  usePull(found.reload);
  return (
    <Screen title='任务和进度' elderSwitch>
      <OfficersOnly of={found} ways={<Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />}>
        {(plan) => (
          <>
            <Late plan={plan} />
            {plan.tasks.map((task) => <Task key={task.code} task={task} onNoted={found.reload} />)}
            <Months plan={plan} />
            <View className='lz-mute'>{`来源：${plan.rule.source}。${plan.everyTask}。`}</View>
            <View className='lz-mute'>{`${dateTime(plan.asOf)} 的情况。写下的进展都留着，以最新的一条为准。`}</View>
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}
