import { useState } from 'react';
import { View } from '@tarojs/components';
import { normaliseLetterCode } from '../../../domain/letter-code';
import { Button } from '../../components/Button';
import { TextField } from '../../components/Field';
import { Sheet } from '../../components/Sheet';
import { letterOf, way } from '../../services/answers/way';

/** Where a letter's code is typed from paper. Only its hash stays on the phone. */
export function LetterEntry({ label = '我收到了信，输入答卷码', kind = 'line' }: { label?: string; kind?: 'line' | 'primary' }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const use = () => {
    const code = normaliseLetterCode(text);
    setWrong(code === null ? '答卷码不对，请照着信再看一遍：一共 18 位，分三段。' : null);
    if (code === null) return;
    setOpen(false);
    setText('');
    way.set({ kind: 'letter', letter: letterOf(code) });
  };
  return (
    <>
      <Button kind={kind} label={label} onClick={() => setOpen(true)} />
      <Sheet title='信上的答卷码' open={open} onClose={() => setOpen(false)} footer={<Button grow label='用这个码' onClick={use} />}>
        <View className='lz-mute'>在信的下半部，二维码旁边。也可以用微信「扫一扫」直接打开。</View>
        <TextField label='答卷码' hint='大小写、有没有横线都可以；没有字母 I、L、O、U' value={text} onChange={(value) => { setText(value); setWrong(null); }} longest={30} error={wrong} placeholder='如 3F7K92-M0D4Q1-8A5C7E' />
      </Sheet>
    </>
  );
}
