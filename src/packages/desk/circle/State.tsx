import { useState } from 'react';
import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { stateTag } from '../../../components/CircleFacts/words';
import { TextArea } from '../../../components/Field';
import { Tag } from '../../../components/Tag';
import { useSend } from '../../../services/useSend';
import type { CircleActName, CircleBoard } from '../../../../types/contract/circles';
import { actWords } from '../circles/words';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';

/** How far the circle is, who said so, and the next step for those who may take it. */
export function State({ board: { line, history, acts }, onMoved }: { board: CircleBoard; onMoved: () => void }) {
  const [act, choose] = useState<CircleActName | null>(null);
  return (
    <Card>
      <View className='lz-wrap'><View className='lz-h lz-grow'>建设状态</View><Tag tone={stateTag[line.state].tone}>{stateTag[line.state].text}</Tag></View>
      {history.length === 0 && <View className='lz-mute'>专班还没有记过。</View>}
      {history.map(({ state, at, note, mine }) => (
        <View key={at} className='circles-phase'>
          <View>{`${fullDateTime(at)} · ${mine ? '您' : '专班'}记为「${stateTag[state].text}」`}</View>
          {note && <View className='lz-mute'>{note}</View>}
        </View>
      ))}
      {act === null
        ? <View className='lz-stack'>{acts.map((one) => <Button key={one} kind={one.startsWith('un') ? 'quiet' : 'line'} label={actWords[one]} onClick={() => choose(one)} />)}</View>
        : <Moving key={act} act={act} line={line} onBack={() => choose(null)} onMoved={() => { choose(null); onMoved(); }} />}
    </Card>
  );
}

function Moving({ act, line, onBack, onMoved }: { act: CircleActName; line: CircleBoard['line']; onBack: () => void; onMoved: () => void }) {
  const back = act.startsWith('un');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, error, run } = useSend('desk.moveCircle');
  const idOf = useFormId();
  const send = async () => {
    const words = note.trim();
    if (back && words === '') return setWrong('退回要写原因，以后查得到。');
    const form = { circle: line.id, state: line.state, act, note: words === '' ? null : words };
    if (await run({ sending: idOf(form), ...form })) onMoved();
  };
  return (
    <View className='lz-stack'>
      <TextArea
        label={back ? '为什么退回' : '说明'} optional={!back} value={note} longest={200} error={wrong}
        onChange={(text) => {
          setNote(text);
          setWrong(null);
        }}
      />
      {error && <Failed error={error} />}
      <Button label={`记下：${actWords[act]}`} busy={busy} onClick={() => void send()} />
      <Button kind='quiet' label='先不' onClick={onBack} />
    </View>
  );
}
