import { useState } from 'react';
import { View } from '@tarojs/components';
import { needsReason, type ProjectAct } from '../../../../domain/project-moves';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextArea } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { useSend } from '../../../services/useSend';
import type { ProjectWhole } from '../../../../types/contract/projects';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';
import { actWords } from './words';

/** The next step, for those who may take it. */
export function Moves({ whole, onDone }: { whole: ProjectWhole; onDone: () => void }) {
  const [act, choose] = useState<ProjectAct | null>(null);
  if (whole.acts.length === 0) return null;
  if (act !== null) return <Moving key={act} act={act} whole={whole} onBack={() => choose(null)} onDone={onDone} />;
  return <View className='lz-stack'>{whole.acts.map((one) => <Button key={one} kind={needsReason(one) ? 'quiet' : 'line'} label={actWords[one]} onClick={() => choose(one)} />)}</View>;
}

function Moving({ act, whole: { project, version }, onBack, onDone }: { act: ProjectAct; whole: ProjectWhole; onBack: () => void; onDone: () => void }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, error, run } = useSend('desk.moveProject');
  const idOf = useFormId();
  const open = act === 'finish' ? project.milestones.filter(({ doneOn }) => doneOn === null) : [];
  const send = async () => {
    const words = text.trim();
    if (needsReason(act) && words === '') return setWrong('请写为什么，居民看得到。');
    const form = { id: project.id, seen: version, act, text: words === '' ? null : words };
    if (await run({ sending: idOf(form), ...form })) onDone();
  };
  return (
    <Card>
      <View className='lz-h'>{actWords[act]}</View>
      {open.length > 0
        ? <Notice tone='amber'>{`还有 ${open.length} 个里程碑没有完成：${open.map(({ name }) => name).join('、')}。请先记上完成，或者改项目，去掉不做的。`}</Notice>
        : <TextArea label={needsReason(act) ? '为什么' : '说明'} optional={!needsReason(act)} value={text} longest={200} error={wrong} onChange={(typed) => { setText(typed); setWrong(null); }} />}
      {error && <Failed error={error} />}
      {open.length === 0 && <Button label={`记下：${actWords[act]}`} busy={busy} onClick={() => void send()} />}
      <Button kind='quiet' label='先不' onClick={onBack} />
    </Card>
  );
}
