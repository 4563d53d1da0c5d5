import { useState } from 'react';
import { View } from '@tarojs/components';
import { foldCode } from '../../../domain/codes';
import type { RunningRound } from '../../../types/contract/results';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { way } from '../../services/answers/way';
import { withdrawWritten } from '../../services/answers/withdrawal';
import { confirm } from '../../services/notify';
import { switchTo } from '../../services/navigate';

const length = 20;

/** Takes back an answer whose code stands on a slip of paper, filled in with somebody's help or on another phone. */
export function Withdraw({ round, community }: { round: RunningRound; community: { code: string; name: string } }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const send = async () => {
    const secret = foldCode(text);
    if (secret.length !== length) {
      setWrong('撤回码不对，请照着纸条再看一遍：一共 20 位，分四段。');
      return;
    }
    if (busy || !(await confirm({ title: '撤回纸条上的这一份？', text: '它不再计入结果，内容会清空，不能找回。截止以前可以在这里重新填一份。', yes: '撤回', no: '不撤' }))) return;
    setBusy(true);
    const error = await withdrawWritten(secret, round, community);
    setBusy(false);
    if (error) setWrong(error.say);
    else setTaken(secret);
  };
  if (taken !== null) {
    return (
      <>
        <Notice>已撤回。原来那份不再计入，别人拿回执号来查，看到的仍然是“已收到”。</Notice>
        <Button
          kind='line' label='重新填一份'
          onClick={() => {
            way.set({ kind: 'again', secret: taken, community, whose: `slip:${taken.slice(0, 6)}` });
            switchTo('survey');
          }}
        />
      </>
    );
  }
  if (!open) return <View className='lz-link' onClick={() => setOpen(true)} {...a11y({ role: 'button' })}>撤回写在纸条上的一份</View>;
  return (
    <View className='lz-mine__receipt'>
      <TextField
        label='纸条上的撤回码' hint={`这一轮：${round.title}。大小写、有没有横线都可以`} value={text} longest={30} error={wrong} placeholder='如 3f7k9-2mdxq-41abc-8defg'
        onChange={(value) => {
          setText(value);
          setWrong(null);
        }}
      />
      <Button kind='line' label='撤回这一份' busy={busy} onClick={() => void send()} />
    </View>
  );
}
