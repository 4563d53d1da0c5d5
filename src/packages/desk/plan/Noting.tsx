import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Chip, Chips } from '../../../components/Chip';
import { TextArea } from '../../../components/Field';
import { useSend } from '../../../services/useSend';
import type { TaskNote, TaskParty } from '../../../../types/contract/workPlan';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';
import { stateTag } from './words';

const states = Object.keys(stateTag) as TaskNote['state'][];

/** How far one party is with one task. What is typed stays when it is refused. */
export function Noting({ task, party: { department, street, name, notes }, onBack, onNoted }: { task: string; party: TaskParty; onBack: () => void; onNoted: () => void }) {
  const [state, setState] = useState<TaskNote['state']>(notes[0]?.state ?? 'going');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const idOf = useFormId();
  const { busy, error, run } = useSend('desk.noteTask');
  const save = async () => {
    const words = text.trim();
    if (words === '') return setWrong('请写一句做了什么，或者卡在哪里。');
    const form = { task, department, street, state, text: words };
    if (await run({ sending: idOf(form), ...form })) onNoted();
  };
  return (
    <View className='lz-stack'>
      <Chips label={`${name}办得怎么样`} wrap>{states.map((one) => <Chip key={one} label={stateTag[one].text} on={state === one} onToggle={() => setState(one)} />)}</Chips>
      <TextArea label='进展' value={text} longest={300} placeholder='做了什么，卡在哪里' error={wrong} onChange={(typed) => { setText(typed); setWrong(null); }} />
      {error && <Failed error={error} />}
      <Button label='记下' busy={busy} onClick={() => void save()} />
      <Button kind='quiet' label='先不写' onClick={onBack} />
    </View>
  );
}
