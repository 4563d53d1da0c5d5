import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Chip, Chips } from '../../../../components/Chip';
import { TextArea } from '../../../../components/Field';
import '../../desk.scss';
import { reasonDraft } from './reasonDraft';
import { longestReason, withReason } from './withReason';

const ready: readonly { readonly label: string; readonly text: string }[] = [
  { label: '位置不对', text: '位置不对，请在地图上重新选。' },
  { label: '店名不对', text: '店名和门头不一致，请按门头写。' },
  { label: '时间要补', text: '请补上营业时间。' },
  { label: '证照要核', text: '请对照执照再核一遍信用代码。' },
  { label: '业态不对', text: '业态选得不对，请重新选。' },
  { label: '重复登记', text: '这家已经在地图上了，不用再登记。' },
];

/** Why it goes back, in words the shopkeeper can act on. */
export function ReturnForm({ id, busy, onSend }: { id: string; busy: boolean; onSend: (reason: string) => void }) {
  const [reason, setReason] = useState(() => reasonDraft(id).read() ?? '');
  const [missing, setMissing] = useState(false);
  const write = (text: string) => {
    setReason(text);
    setMissing(false);
    reasonDraft(id).write(text);
  };
  const send = () => {
    const text = reason.trim();
    if (text === '') setMissing(true);
    else onSend(text);
  };
  return (
    <Card className='desk-roomy'>
      <View className='lz-col'>
        <View className='lz-h'>退回的原因</View>
        <View className='lz-mute'>店家会看到这段话，请写清要改什么。</View>
      </View>
      <Chips label='常用的原因' wrap>
        {ready.map(({ label, text }) => <Chip key={label} label={label} on={reason.includes(text)} onToggle={() => write(withReason(reason, text))} />)}
      </Chips>
      <TextArea label='原因' value={reason} longest={longestReason} placeholder='也可以自己写' error={missing ? '请写明原因，让对方知道怎么改。' : null} onChange={write} />
      <Button label='确认退回' busy={busy} onClick={send} />
    </Card>
  );
}
