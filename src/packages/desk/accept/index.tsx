import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextField } from '../../../components/Field';
import { Icon } from '../../../components/Icon';
import { Screen } from '../../../components/Screen';
import { HotlineButton } from '../../../components/StateView';
import { call } from '../../../services/call';
import { deskOf } from '../../../services/duty';
import { replace, useQuery } from '../../../services/navigate';
import type { Output } from '../../../../types/contract';
import type { ApiError } from '../../../../types/errors';
import { Failed } from '../Failed';
import { deskPages } from '../paths';
import '../desk.scss';
import { dutyName, roleDuties, roleWords } from '../words';

type Granted = Output<'desk.acceptInvite'>;

const shownRoles = ['community', 'street', 'department', 'district', 'oversight'] as const;

/** Lets an officer in: once, by a code that someone above made. */
export default function AcceptPage() {
  const query = useQuery();
  const [code, setCode] = useState(query.code ?? '');
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [granted, setGranted] = useState<Granted | null>(null);
  const sending = useRef(false);

  const accept = async () => {
    if (sending.current) return;
    const typed = code.trim();
    setMissing(typed === '');
    if (typed === '') return;
    sending.current = true;
    setBusy(true);
    setError(null);
    const reply = await call('desk.acceptInvite', { code: typed });
    sending.current = false;
    setBusy(false);
    if (reply.ok) setGranted(reply.data);
    else setError(reply.error);
  };

  if (granted) return <Welcome granted={granted} />;
  return (
    <Screen title='工作人员登记' elderSwitch footer={<Button grow label='登记' busy={busy} onClick={() => void accept()} />}>
      <Card className='desk-roomy'>
        <View className='lz-col'>
          <View className='lz-h'>用邀请码登记</View>
          <View className='lz-mute'>邀请码由区商务局专班发（社区的也可以由街道发，上级监督单位的由管服务器的人发），只能用一次，只登记到这部手机上的您。</View>
        </View>
        <TextField
          label='邀请码' hint='字母大小写、短横线都不要紧' value={code} longest={40} placeholder='如 a1b2c-d3e4f-…'
          error={missing ? '请把收到的邀请码填在这里。' : null} onChange={(typed) => { setCode(typed); setMissing(false); setError(null); }}
        />
        {error && <Failed error={error} />}
      </Card>
      <Card className='desk-roomy'>
        <View className='lz-h'>登记后能做什么</View>
        {shownRoles.map((role) => <Duties key={role} title={roleWords[role]} list={roleDuties[role]} />)}
        <View className='lz-mute'>是哪一种，由邀请码定。哪一种都看不到任何一份答卷是怎么答的。</View>
      </Card>
      <HotlineButton />
    </Screen>
  );
}

function Welcome({ granted }: { granted: Granted }) {
  const { role } = granted;
  const first = role === 'oversight'
    ? <Button grow label='去看收到的反映' onClick={() => replace(deskPages.pressure)} />
    : <Button grow label='去工作台' onClick={() => replace(deskOf(granted))} />;
  return (
    <Screen title='登记好了' elderSwitch footer={first}>
      <Card className='desk-roomy'>
        <View className='lz-row'><Icon name='check' /><View className='lz-h lz-grow'>{`您已登记为${dutyName(granted)}`}</View></View>
        <Duties title='您现在能做' list={roleDuties[role]} />
        <View className='lz-mute'>以后在「我的」里也能找到这些页面。</View>
      </Card>
    </Screen>
  );
}

function Duties({ title, list }: { title: string; list: readonly string[] }) {
  return (
    <View className='lz-col'>
      <View className='lz-strong'>{title}</View>
      {list.map((text) => <View key={text} className='lz-row lz-row--top'><Icon name='check' size='small' /><View className='lz-grow'>{text}</View></View>)}
    </View>
  );
}
