import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Field, TextField } from '../../../components/Field';
import { Screen } from '../../../components/Screen';
import { OfficersOnly } from '../OfficersOnly';
import { call } from '../../../services/call';
import { useCall } from '../../../services/useCall';
import { Failed } from '../Failed';
import { useAct } from '../useAct';
import { useFormId } from '../useFormId';
import { topicWords } from '../words';
import type { Topic } from '../../../../types/contract/shared';
import type { MadeAssist } from './Made';

const counts = [10, 20, 50, 100] as const;
const longestNote = 40;

/** Makes one: for which community, and for how many people at most. */
export function Make({ onMade, onBack }: { onMade: (made: MadeAssist) => void; onBack: () => void }) {
  // the communities of her own street, or of all
  const posters = useCall('desk.posters', {});
  const progress = useCall('desk.progress', {});
  const [topic, setTopic] = useState<Topic | null>(null);
  const [community, setCommunity] = useState<string | null>(null);
  const [most, setMost] = useState<number>(20);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, error, act } = useAct();
  const idOf = useFormId();

  const about = topic ?? progress.data?.topic;
  const make = async () => {
    if (community === null) {
      setMissing(true);
      return;
    }
    const form = { community, most, note: note.trim(), ...(about === undefined ? {} : { topic: about }) };
    await act(() => call('desk.assist', { id: idOf(form), ...form }), onMade);
  };

  return (
    <Screen title='做一个协助链接' elderSwitch onBack={onBack} footer={<Button grow label='生成链接' busy={busy} onClick={() => void make()} />}>
      <OfficersOnly of={posters}>
        {({ posters: rows }) => (
          <Field label='哪个社区' error={missing ? '请选一个社区。' : null}>
            <Chips label='哪个社区' wrap>
              {rows.map(({ community: { code, name } }) => <Chip key={code} label={name} on={community === code} onToggle={() => { setCommunity(code); setMissing(false); }} />)}
            </Chips>
          </Field>
        )}
      </OfficersOnly>
      {progress.data && progress.data.topics.length > 1 && (
        <Field label='哪份问卷'>
          <Chips label='哪份问卷' wrap>
            {progress.data.topics.map((one) => <Chip key={one} label={topicWords[one]} on={about === one} onToggle={() => setTopic(one)} />)}
          </Chips>
        </Field>
      )}
      <Field label='最多帮几位'>
        <Chips label='最多帮几位' wrap>
          {counts.map((count) => <Chip key={count} label={`${count} 位`} on={most === count} onToggle={() => setMost(count)} />)}
        </Chips>
      </Field>
      <TextField label='备注' optional hint='给自己看的，如「活动室，周三上午」。请不要写姓名和电话。' value={note} longest={longestNote} onChange={setNote} />
      {error && <Failed error={error} />}
      <Card><View className='lz-mute'>用这个链接填的，一律记为「社区工作人员协助填写」，和居民自己填的分开看。谁拿着链接都能用，请只给去帮忙的人，用完收回。</View></Card>
    </Screen>
  );
}
