import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Field, TextArea } from '../../../components/Field';
import { useSend } from '../../../services/useSend';
import type { ProjectLine } from '../../../../types/contract/projects';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';

/** How it goes, and which milestones are done with it. */
export function Noting({ project: { id, milestones }, onDone }: { project: ProjectLine; onDone: () => void }) {
  const [writing, write] = useState(false);
  const [text, setText] = useState('');
  const [done, setDone] = useState<readonly number[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, error, run } = useSend('desk.noteProject');
  const idOf = useFormId();
  const open = milestones.filter(({ doneOn }) => doneOn === null);
  const send = async () => {
    const words = text.trim();
    if (words === '') return setWrong('请写一句做了什么，或者卡在哪里。');
    const form = { id, text: words, done: [...done] };
    if (await run({ sending: idOf(form), ...form })) onDone();
  };
  if (!writing) return <Button icon='edit' label='记进展' onClick={() => write(true)} />;
  return (
    <Card>
      <View className='lz-h'>记进展</View>
      <TextArea label='做了什么，卡在哪里' hint='只给工作人员看。' value={text} longest={200} error={wrong} onChange={(typed) => { setText(typed); setWrong(null); }} />
      {open.length > 0 && (
        <Field label='完成了哪个里程碑' optional>
          <Chips label='完成了哪个里程碑' wrap>{open.map(({ number, name }) => <Chip key={number} label={name} on={done.includes(number)} onToggle={(on) => setDone(on ? [...done, number] : done.filter((one) => one !== number))} />)}</Chips>
        </Field>
      )}
      {error && <Failed error={error} />}
      <Button label='记下' busy={busy} onClick={() => void send()} />
      <Button kind='quiet' label='先不写' onClick={() => write(false)} />
    </Card>
  );
}
