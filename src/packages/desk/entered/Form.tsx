import { useState } from 'react';
import { View } from '@tarojs/components';
import { dayOfText, shanghaiDay } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Field as Labelled, TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { useSend } from '../../../services/useSend';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';
import { useLeave } from '../useLeave';
import { writtenBy } from '../words';
import { changesOf, standing, type Field, type Place, type Typed } from './typed';

/** The numbers of one place, all of one source and day. What is typed stays when it is refused. */
export function Form({ place, fields, onBack, onDone }: { place: Place; fields: readonly Field[]; onBack: () => void; onDone: (values: number) => void }) {
  const [typed, setTyped] = useState<Typed>({});
  const [source, setSource] = useState('');
  const [day, setDay] = useState(shanghaiDay(Date.now()) as string);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const idOf = useFormId();
  const { busy, error, run } = useSend('desk.enter');
  const leaving = useLeave(onBack, { onPage: true });

  const type = (code: string, text: string) => {
    setTyped({ ...typed, [code]: text });
    setWrong({});
    leaving.type();
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
    const saved = await run({ sending: idOf(form), ...form });
    if (saved) leaving.to(() => onDone(saved.entered));
  };

  return (
    <Screen title='填数' elderSwitch onBack={leaving.back}>
      <Card className='desk-roomy'>
        <View className='lz-h'>{place.name}</View>
        {fields.map((field) => {
          const known = place.values.find(({ field: code }) => code === field.code);
          const hint = known ? `现在：${known.asOf} 的数，${known.source}，${writtenBy(known)}填的` : field.hint;
          const shown = { ...(hint ? { hint } : {}), error: wrong[field.code] ?? (error?.field === field.code ? error.say : null) };
          const now = standing(place, field);
          const value = typed[field.code] ?? now;
          return field.options ? <OneOf key={field.code} label={field.name} options={now === '' || field.options.includes(now) ? field.options : [...field.options, now]} value={value} onChange={(text) => type(field.code, text)} {...shown} /> : (
            <TextField
              key={field.code} label={field.unit === '' ? field.name : `${field.name}（${field.unit}）`} value={value} longest={field.kind === 'words' ? 60 : 14}
              onChange={(text) => type(field.code, text)} {...shown}
            />
          );
        })}
      </Card>
      <Card className='desk-roomy'>
        <TextField label='从哪里来' value={source} longest={100} placeholder='比如 社区台账、派出所、第七次人口普查' error={wrong['source'] ?? null} onChange={(text) => { setSource(text); setWrong({}); leaving.type(); }} />
        <TextField label='哪一天的数' value={day} longest={12} error={wrong['day'] ?? (error?.field === 'asOf' ? error.say : null)} onChange={(text) => { setDay(text); setWrong({}); leaving.type(); }} />
        {wrong['none'] && <Notice tone='amber'>{wrong['none']}</Notice>}
        {error && <Failed error={error} />}
        <Button label='保存' busy={busy} onClick={() => void save()} />
        <Button kind='quiet' label='先不填，回列表' onClick={leaving.back} />
      </Card>
    </Screen>
  );
}

interface OneOfProps { readonly label: string; readonly hint?: string; readonly error: string | null; readonly options: readonly string[]; readonly value: string; readonly onChange: (text: string) => void }

/** One of a few words; a second tap takes it back. */
function OneOf({ label, options, value, onChange, ...shown }: OneOfProps) {
  return (
    <Labelled label={label} {...shown}>
      <Chips label={label} wrap>{options.map((one) => <Chip key={one} label={one} on={one === value} onToggle={(on) => onChange(on ? one : '')} />)}</Chips>
    </Labelled>
  );
}
