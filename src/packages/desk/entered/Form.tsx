import { useState } from 'react';
import { View } from '@tarojs/components';
import { dayOfText, shanghaiDay } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { useSend } from '../../../services/useSend';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';
import { writtenBy } from '../words';
import { changesOf, standing, type Field, type Place, type Typed } from './typed';

/** The numbers of one place, all of one source and day. What is typed stays when it is refused. */
export function Form({ place, fields, onBack, onDone }: { place: Place; fields: readonly Field[]; onBack: () => void; onDone: () => void }) {
  const [typed, setTyped] = useState<Typed>({});
  const [source, setSource] = useState('');
  const [day, setDay] = useState(shanghaiDay(Date.now()) as string);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const idOf = useFormId();
  const { busy, error, run } = useSend('desk.enter');

  const type = (code: string, text: string) => {
    setTyped({ ...typed, [code]: text });
    setWrong({});
  };
  const save = async () => {
    const { changes, wrong: unread } = changesOf(place, fields, typed);
    const asOf = dayOfText(day);
    const faults = {
      ...Object.fromEntries(unread.map((code) => [code, '只写数字，不带单位。'])),
      ...(source.trim() === '' ? { source: '请写这些数从哪里来，比如 社区台账。' } : {}),
      ...(asOf === null ? { day: '请写成 2026-10-01 这样。' } : {}),
      ...(changes.length === 0 && unread.length === 0 ? { none: '还没有改动哪一项。' } : {}),
    };
    if (Object.keys(faults).length > 0 || asOf === null) return setWrong(faults);
    const form = { kind: place.kind, place: place.id, source: source.trim(), asOf, values: [...changes] };
    if (await run({ sending: idOf(form), ...form })) onDone();
  };

  return (
    <>
      <Card className='desk-roomy'>
        <View className='lz-h'>{place.name}</View>
        {fields.map((field) => {
          const known = place.values.find(({ field: code }) => code === field.code);
          const hint = known ? `现在：${known.asOf} 的数，${known.source}，${writtenBy(known)}填的` : field.hint;
          return (
            <TextField
              key={field.code} label={field.unit === '' ? field.name : `${field.name}（${field.unit}）`} value={typed[field.code] ?? standing(place, field)} longest={field.kind === 'words' ? 60 : 14}
              {...(hint ? { hint } : {})} error={wrong[field.code] ?? (error?.field === field.code ? error.say : null)} onChange={(text) => type(field.code, text)}
            />
          );
        })}
      </Card>
      <Card className='desk-roomy'>
        <TextField label='从哪里来' value={source} longest={100} placeholder='比如 社区台账、派出所、第七次人口普查' error={wrong['source'] ?? null} onChange={(text) => { setSource(text); setWrong({}); }} />
        <TextField label='哪一天的数' value={day} longest={12} error={wrong['day'] ?? (error?.field === 'asOf' ? error.say : null)} onChange={(text) => { setDay(text); setWrong({}); }} />
        {wrong['none'] && <Notice tone='amber'>{wrong['none']}</Notice>}
        {error && <Failed error={error} />}
        <Button label='保存' busy={busy} onClick={() => void save()} />
        <Button kind='quiet' label='先不填，回列表' onClick={onBack} />
      </Card>
    </>
  );
}
