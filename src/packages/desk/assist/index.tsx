import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { replace } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Assist } from './Assist';
import { Made, type MadeAssist } from './Made';
import { Make } from './Make';

/** Links for helping people without a phone: how many each may bring and brought, and a new one. */
export default function AssistPage() {
  const assists = useCall('desk.assists', {});
  const [step, setStep] = useState<'list' | 'make' | MadeAssist>('list');
  const back = () => {
    setStep('list');
    assists.reload();
  };
  if (step === 'make') return <Make onMade={setStep} onBack={back} />;
  if (step !== 'list') return <Made assist={step} onBack={back} />;
  return (
    <Screen title='协助填写' elderSwitch footer={assists.data && <Button grow icon='plus' label='做一个协助链接' onClick={() => setStep('make')} />}>
      <OfficersOnly of={assists} ways={<Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}>
        {({ assists: rows, asOf }) => (
          rows.length === 0
            ? <EmptyState icon='person' title='还没有协助链接' text='老人没有手机，或者看不清？做一个链接，社区工作人员打开它，一位一位地帮着填，不占自己的那一份。' />
            : (
              <>
                <View className='lz-mute'>{`链接只在做好时显示一次。下面是 ${dateTime(asOf)} 的数，只数份数，看不到答了什么。`}</View>
                {rows.map((assist) => <Assist key={assist.id} assist={assist} reload={assists.reload} />)}
              </>
            )
        )}
      </OfficersOnly>
    </Screen>
  );
}
