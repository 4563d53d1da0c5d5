import { useState } from 'react';
import { View } from '@tarojs/components';
import type { WaitingText } from '../../../../types/contract/voice';
import { Button } from '../../../components/Button';
import { SingleChoice } from '../../../components/Choice/Group';
import { TextArea } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';

/** Why a text is not shown: a reason of the rules, and words of her own where it says nothing. Whoever wrote it reads both. */
export function Refusing({ reasons, busy, onSend, onClose }: { reasons: WaitingText['reasons']; busy: boolean; onSend: (code: string, words: string | null) => void; onClose: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = () => {
    const text = words.trim();
    if (code === 'other' && text === '') setWrong('请写明原因，让对方知道怎么改。');
    else if (code !== null) onSend(code, text === '' ? null : text);
  };
  return (
    <Sheet title='什么理由' open onClose={onClose} footer={<Button grow label='确定' busy={busy} disabled={code === null} onClick={send} />}>
      <View className='lz-mute'>写的人会看到理由。</View>
      <SingleChoice
        label='理由' value={code} onChange={setCode}
        options={reasons.map(({ code: one, say, mend, whole }) => ({ code: one, text: say, hint: [mend, whole ? '选的各项也不计入' : ''].filter((part) => part !== '').join('；') || undefined }))}
      />
      <TextArea label='再说明一句' optional={code !== 'other'} value={words} longest={100} error={wrong} onChange={(text) => { setWords(text); setWrong(null); }} />
    </Sheet>
  );
}
