import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { replace } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Invite } from './Invite';
import { Make, type MadeInvite } from './Make';
import { Made } from './Made';

const districtOnly = { title: '邀请码由专班发', text: '这一页只给区商务局专班用。街道要给同事登记，请联系专班要邀请码。' };

/** Who was invited, and a code for the next one. */
export default function InvitesPage() {
  const invites = useCall('desk.invites', {});
  const [step, setStep] = useState<'list' | 'make' | MadeInvite>('list');
  const back = () => {
    setStep('list');
    invites.reload();
  };
  if (step === 'make') return <Make onMade={setStep} onBack={back} />;
  if (step !== 'list') return <Made invite={step} onBack={back} />;
  return (
    <Screen title='邀请码' elderSwitch footer={invites.data && <Button grow icon='plus' label='发新的邀请码' onClick={() => setStep('make')} />}>
      <OfficersOnly of={invites} only={districtOnly} ways={<Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}>
        {({ invites: rows }) =>
          rows.length === 0
            ? <EmptyState icon='person' title='还没有发过邀请码' text='给街道专干或专班同事发一个，他们登记后就能用这些页面。' />
            : (
              <>
                <View className='lz-mute'>码本身只在发出时显示一次，这里只记着发给哪里、用了没有。</View>
                {rows.map((invite) => <Invite key={invite.id} invite={invite} reload={invites.reload} />)}
              </>
            )
        }
      </OfficersOnly>
    </Screen>
  );
}
