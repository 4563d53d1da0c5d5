import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime, monthDay } from '../../../domain/calendar';
import { groupedCode } from '../../../domain/codes';
import { normaliseReceipt } from '../../../domain/receipt';
import type { Output } from '../../../types/contract';
import type { RunningRound } from '../../../types/contract/results';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { WithdrawButton } from '../../components/WithdrawButton';
import type { Answered } from '../../services/answers/answered';
import { call } from '../../services/call';
import { go } from '../../services/navigate';
import { copyText } from '../../services/share';
import { Withdraw } from './Withdraw';

interface Checked { readonly receipt: string; readonly tone: 'info' | 'amber'; readonly say: string; readonly round: string | null }

/** The receipts of this phone, and a field for one that stands on paper. Only whether it came in and was sealed, never what it said. */
export function Receipts({ done, round, community }: { done: readonly Answered[]; round: RunningRound | null; community: { code: string; name: string } | null }) {
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
    setChecked(reply.ok ? { receipt, ...wordsOf(receipt, reply.data) } : { receipt, tone: 'amber', say: reply.error.say, round: null });
  };
  const checkTyped = () => {
    const receipt = normaliseReceipt(text);
    setWrong(receipt === null ? '号码不对，请照着再看一遍：一共 12 位，分三段。' : null);
    if (receipt !== null) void check(receipt);
  };
  const kept = done.flatMap((entry) => (entry.receipt === null ? [] : [{ entry, receipt: entry.receipt }]));
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>我的回执</View>
      {kept.length === 0 && <View className='lz-mute'>答完问卷会得到一个回执号，存在这里。凭它能查答卷收到没有、封存没有。</View>}
      {kept.map(({ entry, receipt }) => (
        <View key={receipt} className='lz-mine__receipt'>
          <View className='lz-mine__number lz-num'>{receipt}</View>
          <View className='lz-mute'>{`${entry.round.title} · ${entry.community.name} · ${monthDay(new Date(entry.at).toISOString())}交${entry.withdrawn ? ' · 已撤回' : ''}`}</View>
          <Button kind='line' label='查回执' busy={busy === receipt} onClick={() => void check(receipt)} />
          {checked?.receipt === receipt && <Result of={checked} />}
          {!entry.withdrawn && <Owner entry={entry} />}
        </View>
      ))}
      {typing
        ? (
          <View className='lz-mine__receipt'>
            <TextField label='写在纸上的回执号' hint='大小写、有没有横线都可以' value={text} onChange={setText} longest={20} error={wrong} placeholder='如 3F7K-92MD-XQ41' />
            <Button kind='line' label='查这个号' busy={busy !== null} onClick={checkTyped} />
            {checked && !kept.some(({ receipt }) => receipt === checked.receipt) && <Result of={checked} />}
          </View>
        )
        : <View className='lz-link' onClick={() => setTyping(true)} {...a11y({ role: 'button' })}>查写在纸上的回执号</View>}
      {round && community && <Withdraw round={round} community={community} />}
    </Card>
  );
}

/** What only the owner of an answer has: the way to take it back, and what it takes to do so from elsewhere. */
function Owner({ entry }: { entry: Answered }) {
  const [open, setOpen] = useState(false);
  const { secret, checkCode } = entry;
  if (!secret && !checkCode) return null;
  if (!open) return <View className='lz-link' onClick={() => setOpen(true)} {...a11y({ role: 'button' })}>想撤回，或要核验码</View>;
  return (
    <>
      {secret && (
        <>
          <View className='lz-mute'>撤回码（只有这部手机知道，请不要给别人看）</View>
          <View className='lz-mine__code lz-num'>{groupedCode(secret)}</View>
        </>
      )}
      {checkCode && <Button kind='line' label='复制核验码' onClick={() => void copyText(checkCode)} />}
      {checkCode && <View className='lz-mute'>核验码带服务器的签名，可以给别人看：它只证明收到了，查不出答了什么。</View>}
      <WithdrawButton entry={entry} />
    </>
  );
}

function Result({ of: { tone, say, round } }: { of: Checked }) {
  return (
    <>
      <Notice tone={tone}>{say}</Notice>
      {round && <View className='lz-link' onClick={() => go('/packages/about/seals/index', { round })} {...a11y({ role: 'link' })}>看这一轮的封存记录</View>}
    </>
  );
}

const wordsOf = (receipt: string, { state, seal, round }: Output<'survey.check'>): Omit<Checked, 'receipt'> => {
  if (state === 'unknown') return { tone: 'amber', say: `没有查到 ${receipt}。请核对号码，或打电话问。`, round: null };
  return { tone: 'info', say: seal ? `${receipt} 已收到，${dateTime(seal.at)}封存。` : `${receipt} 已收到，等着封存：最晚一天以内。`, round };
};
