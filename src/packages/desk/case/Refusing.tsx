import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OneCase } from '../../../../types/contract/desk';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { SingleChoice } from '../../../components/Choice/Group';
import { TextArea } from '../../../components/Field';

/** Why not: a reason of the rules, and words of her own. */
export function Refusing({ reasons, busy, onSend, onBack }: { reasons: OneCase['reasons']; busy: boolean; onSend: (code: string, words: string | null) => void; onBack: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = () => {
    const text = words.trim();
    if (code === null) setWrong('请选一个理由。');
    else if (code === 'other' && text === '') setWrong('请写明原因，让对方知道怎么办。');
    else onSend(code, text === '' ? null : text);
  };
  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>理由</View>
      <View className='lz-mute'>对方会看到。</View>
      <SingleChoice
        label='理由' value={code} options={reasons.map((reason) => ({ code: reason.code, text: reason.say, ...(reason.mend === '' ? {} : { hint: reason.mend }) }))}
        onChange={(next) => {
          setCode(next);
          setWrong(null);
        }}
      />
      <TextArea
        label='再说明一句' optional={code !== 'other'} value={words} longest={200} error={wrong}
        onChange={(text) => {
          setWords(text);
          setWrong(null);
        }}
      />
      <Button label='确定' busy={busy} onClick={send} />
      <Button kind='quiet' label='先不' onClick={onBack} />
    </Card>
  );
}
