import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { toast } from '../../../services/notify';
import { backTo, replace, useQuery } from '../../../services/navigate';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { caseWords, leftWords } from '../cases';
import '../desk.scss';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Claims } from './Claims';
import { Outlet } from './Outlet';
import { Reports } from './Reports';

const kinds = ['claim', 'dispute', 'correction'] as const;

/** One claim, one dispute, or what residents say of one outlet: everything needed to decide, and the decision. */
export default function CasePage() {
  const { kind: asked, id } = useQuery();
  const kind = kinds.find((one) => one === asked);
  const found = useCall('desk.case', kind && id !== undefined ? { kind, id } : null);
  useReturned(found.reload);
  const [decided, setDecided] = useState(false);
  const done = (text: string) => {
    setDecided(true);
    toast(text);
    backTo(deskPages.review);
  };
  const gone = kind === undefined || id === undefined || (found.data === null && (found.error?.code === 'decided_already' || found.error?.code === 'not_found' || found.error?.who === '输入'));
  return (
    <Screen title={kind ? caseWords[kind].name : '待办'} elderSwitch>
      {gone || decided ? (
        <EmptyState icon='check' title='这一件已经处理过了' text='可能是同事刚刚处理的，或者对方收回了。'>
          <Button label='回待办' onClick={() => replace(deskPages.review)} />
        </EmptyState>
      ) : (
        <OfficersOnly of={found}>
          {(one) => (
            <View className='lz-stack'>
              <View className='lz-mute'>{`${one.community.name} · ${leftWords(one.hoursLeft).text}`}</View>
              <Outlet one={one} reload={found.reload} />
              {kind === 'correction' ? <Reports one={one} onDone={done} reload={found.reload} /> : <Claims one={one} onDone={done} reload={found.reload} />}
            </View>
          )}
        </OfficersOnly>
      )}
    </Screen>
  );
}
