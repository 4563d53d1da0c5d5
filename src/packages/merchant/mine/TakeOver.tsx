import { useState } from 'react';
import { View } from '@tarojs/components';
import { foldCode } from '../../../../domain/codes';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { useSend } from '../../../services/useSend';

const length = 20;

/** A code from the last owner, or from staff who saw her papers: the outlet is hers. */
export function TakeOver({ onTaken }: { onTaken: (name: string) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const taking = useSend('outlet.takeOver');
  const take = async () => {
    if (foldCode(text).length !== length) {
      setWrong('交接码不对，请照着再看一遍：一共 20 位，分四段。');
      return;
    }
    const reply = await taking.run({ code: foldCode(text) });
    if (!reply) return;
    setText('');
    setOpen(false);
    onTaken(reply.outlet.name);
  };
  if (!open) return <View className='lz-link' onClick={() => setOpen(true)} {...a11y({ role: 'button' })}>我有交接码（接手店铺，或换了手机）</View>;
  return (
    <Card>
      <TextField
        label='交接码' hint='原店主或街道给您的。大小写、有没有横线都可以' value={text} longest={30} error={wrong} placeholder='如 3f7k9-2mdxq-41abc-8defg'
        onChange={(value) => {
          setText(value);
          setWrong(null);
          taking.forget();
        }}
      />
      {taking.error && <Notice tone='red'>{taking.error.say}</Notice>}
      <Button kind='line' label='接手这家店' busy={taking.busy} onClick={() => void take()} />
    </Card>
  );
}
