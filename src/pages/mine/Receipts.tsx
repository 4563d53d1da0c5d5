import { useState } from 'react';
import { View } from '@tarojs/components';
import { monthDay } from '../../../domain/calendar';
import { normaliseReceipt } from '../../../domain/receipt';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import type { Answered } from '../../services/answers/answered';
import { call } from '../../services/call';

interface Checked { readonly receipt: string; readonly tone: 'info' | 'amber'; readonly say: string }

/** The receipts of this phone, and a field for one that stands on paper. Only whether it came in, never what it said. */
export function Receipts({ done }: { done: readonly Answered[] }) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [typing, setTyping] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);

  const check = async (receipt: string) => {
    if (busy !== null) return;
    setBusy(receipt);
    const reply = await call('survey.check', { receipt });
    setBusy(null);
    setChecked({
      receipt,
      tone: reply.ok && reply.data.state === 'received' ? 'info' : 'amber',
      say: !reply.ok ? reply.error.say : reply.data.state === 'received' ? `${receipt} 已收到。` : `没有查到 ${receipt}。请核对号码，或打电话问。`,
    });
  };
  const checkTyped = () => {
    const receipt = normaliseReceipt(text);
    setWrong(receipt === null ? '号码不对，请照着再看一遍：一共 12 位，分三段。' : null);
    if (receipt !== null) void check(receipt);
  };
  const kept = done.flatMap(({ receipt, ...rest }) => (receipt === null ? [] : [{ receipt, ...rest }]));
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>我的回执</View>
      {kept.length === 0 && <View className='lz-mute'>答完问卷会得到一个回执号，存在这里。凭它能查答卷收到没有。</View>}
      {kept.map(({ receipt, round, at, community }) => (
        <View key={receipt} className='lz-mine__receipt'>
          <View className='lz-mine__number lz-num'>{receipt}</View>
          <View className='lz-mute'>{`${round.title} · ${community.name} · ${monthDay(new Date(at).toISOString())}交`}</View>
          <Button kind='line' label='查回执' busy={busy === receipt} onClick={() => void check(receipt)} />
          {checked?.receipt === receipt && <Notice tone={checked.tone}>{checked.say}</Notice>}
        </View>
      ))}
      {typing
        ? (
          <View className='lz-mine__receipt'>
            <TextField label='写在纸上的回执号' hint='大小写、有没有横线都可以' value={text} onChange={setText} longest={20} error={wrong} placeholder='如 3F7K-92MD-XQ41' />
            <Button kind='line' label='查这个号' busy={busy !== null} onClick={checkTyped} />
            {checked && !kept.some(({ receipt }) => receipt === checked.receipt) && <Notice tone={checked.tone}>{checked.say}</Notice>}
          </View>
        )
        : <View className='lz-link' onClick={() => setTyping(true)} {...a11y({ role: 'button' })}>查写在纸上的回执号</View>}
    </Card>
  );
}
