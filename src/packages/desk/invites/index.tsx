import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { go, replace } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Invite } from './Invite';
import { Make, type MadeInvite } from './Make';
import { Made } from './Made';
import { Officers } from './Officers';

const notHers = { title: '邀请码由专班和街道发', text: '街道给自己的社区工作人员发，别的由区商务局专班发。请联系他们要邀请码。' };

/** Who was invited, and a code for the next one. */
export default function InvitesPage() {
  const invites = useCall('desk.invites', {});
  const [step, setStep] = useState<'list' | 'make' | MadeInvite>('list');
  const back = () => {
    setStep('list');
    invites.reload();
  };
  if (step === 'make' && invites.data) return <Make may={invites.data} onMade={setStep} onBack={back} />;
  if (typeof step === 'object') return <Made invite={step} onBack={back} />;
  return (
    <Screen title='邀请码' elderSwitch footer={invites.data && <Button grow icon='plus' label='发新的邀请码' onClick={() => setStep('make')} />}>
      <OfficersOnly of={invites} only={notHers} ways={<Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}>
        {({ invites: rows }) => (
          <>
            {rows.length === 0 && <EmptyState icon='person' title='还没有发过邀请码' text='给同事发一个，他登记后就能用自己那几页。' />}
            {rows.length > 0 && <View className='lz-mute'>码本身只在发出时显示一次，这里只记着发给哪里、用了没有。</View>}
            {rows.map((invite) => <Invite key={invite.id} invite={invite} reload={invites.reload} />)}
            <Officers />
            {invites.data?.mayInvite.includes('district') && <Button kind='line' icon='list' label='操作记录' onClick={() => go(deskPages.audit)} />}
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}
