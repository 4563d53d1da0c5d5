import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Choice } from '../../../components/Choice';
import { SingleChoice } from '../../../components/Choice/Group';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { useCatalogue } from '../../../services/catalogue';
import { uuid } from '../../../services/ids';
import { backOrHome, go, replace, useQuery } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import { usePace, useWalkFrom, type WalkFrom } from '../../../services/walkFrom';

/** 有了告诉我: which kind of shop, how far on foot, from where her walks begin. */
export default function FollowFormatPage() {
  const from = useWalkFrom();
  const rules = useCall('voice.follows', {});
  if (from === null) {
    return (
      <Screen title='有了告诉我' elderSwitch>
        <EmptyState icon='pin' title='从哪里算起？' text='先选好社区，才知道什么叫「附近」。'>
          <Button label='选我的社区' onClick={() => go('/packages/place/pick/index')} />
          <HotlineButton />
        </EmptyState>
      </Screen>
    );
  }
  if (rules.data) return <Form from={from} minutes={rules.data.minutes} />;
  return <Screen title='有了告诉我' elderSwitch><Loaded of={rules}>{() => null}</Loaded></Screen>;
}

function Form({ from, minutes }: { from: WalkFrom; minutes: readonly number[] }) {
  const catalogue = useCatalogue();
  const pace = usePace();
  const asked = useQuery().format ?? null;
  const [id] = useState(uuid);
  const [format, setFormat] = useState(asked);
  const [within, setWithin] = useState(String(minutes.includes(10) ? 10 : minutes[0]));
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState(false);
  const sending = useSend('voice.follow');
  const send = async () => {
    if (format === null) {
      setMissing(true);
      return;
    }
    if (await sending.run({ id, what: { kind: 'format', format, origin: from.origin, minutes: Number(within), pace } })) setDone(true);
  };
  if (done) {
    return (
      <Screen title='记下了' elderSwitch footer={<Button grow label='好' onClick={backOrHome} />}>
        <EmptyState icon='check' title='记下了' text='附近一有新上图的，就写进「消息」。'>
          <Button kind='line' label='看我关注的' onClick={() => replace('/packages/voice/follows/index')} />
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title='有了告诉我' elderSwitch footer={<Button grow label='有了告诉我' busy={sending.busy} onClick={() => void send()} />}>
      <View>{`从${from.name}走路多远以内？`}</View>
      <SingleChoice label='走路多远' value={within} options={minutes.map((n) => ({ code: String(n), text: `${n} 分钟以内` }))} onChange={setWithin} />
      {from.picked && <View className='lz-mute'>您选的位置只按一百米上下存，够用来算附近，认不出是哪一家。</View>}
      <View>等哪一种店？</View>
      {missing && <Notice tone='red'>请先选一种店。</Notice>}
      {sending.error && <Notice tone='red'>{sending.error.say}</Notice>}
      {catalogue === null && <View className='lz-mute'>正在打开…</View>}
      {catalogue?.groups.map((group) => (
        <View key={group} className='lz-stack' {...a11y({ role: 'radiogroup', label: group })}>
          <View className='lz-mute'>{group}</View>
          {catalogue.formats.filter((one) => one.group === group).map((one) => (
            <Choice
              key={one.code} kind='radio' label={one.name} checked={one.code === format}
              onSelect={() => {
                setFormat(one.code);
                setMissing(false);
                sending.forget();
              }}
            />
          ))}
        </View>
      ))}
    </Screen>
  );
}
