import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Reason } from '../../../../../types/contract/desk';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Chip, Chips } from '../../../../components/Chip';
import { TextArea } from '../../../../components/Field';
import '../../desk.scss';
import { reasonDraft, type KeptReason } from './reasonDraft';

/** Longest reason the contract takes. */
const longestReason = 200;

interface Props { readonly id: string; readonly reasons: readonly Reason[]; readonly busy: boolean; readonly onSend: (code: string | null, words: string | null) => void }

/** Why it goes back: a reason of the rules, which says what to mend, and words of her own. */
export function ReturnForm({ id, reasons, busy, onSend }: Props) {
  const [kept, setKept] = useState<KeptReason>(() => reasonDraft(id).read() ?? { code: null, words: '' });
  const [missing, setMissing] = useState(false);
  const change = (part: Partial<KeptReason>) => {
    const next = { ...kept, ...part };
    setKept(next);
    setMissing(false);
    reasonDraft(id).write(next);
  };
  const chosen = reasons.find(({ code }) => code === kept.code);
  const words = kept.words.trim();
  const send = () => {
    if (words === '' && (chosen === undefined || chosen.code === 'other')) setMissing(true);
    else onSend(chosen?.code ?? null, words === '' ? null : words);
  };
  return (
    <Card className='desk-roomy'>
      <View className='lz-col'>
        <View className='lz-h'>退回的原因</View>
        <View className='lz-mute'>店家会看到，改好再送。</View>
      </View>
      <Chips label='常用的原因' wrap>
        {reasons.map(({ code, say }) => <Chip key={code} label={say} on={code === kept.code} onToggle={(on) => change({ code: on ? code : null })} />)}
      </Chips>
      {chosen && chosen.mend !== '' && <View className='lz-mute'>{`会告诉店家：${chosen.mend}。`}</View>}
      <TextArea label='原因' optional={chosen !== undefined && chosen.code !== 'other'} value={kept.words} longest={longestReason} placeholder='也可以自己写' error={missing ? '请写明原因，让对方知道怎么改。' : null} onChange={(text) => change({ words: text })} />
      <Button label='确认退回' busy={busy} onClick={send} />
    </Card>
  );
}
