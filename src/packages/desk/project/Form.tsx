import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { shanghaiDay } from '../../../../domain/calendar';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { DayField } from '../../../components/DayField';
import { Field, TextArea, TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { fundingWords, projectKinds, reasonWords } from '../../../components/ProjectCard/words';
import { uuid } from '../../../services/ids';
import { useSend } from '../../../services/useSend';
import type { Needs } from '../../../../types/contract/projects';
import '../desk.scss';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';
import { faultsOf, formOf, rebased, type Draft } from './draft';

const mostMilestones = 12;
const keysOf = <K extends string>(words: Readonly<Record<K, string>>) => Object.keys(words) as K[];
const named = <K extends string>(words: Readonly<Record<K, string>>) => keysOf(words).map((code) => ({ code, name: words[code] }));

interface FormProps {
  readonly needs: Needs;
  /** What stands, and its version. When they become others, what was typed is laid over them. */
  readonly draft: Draft;
  readonly seen: number;
  readonly onType: () => void;
  /** Somebody else changed it since. */
  readonly onChanged: () => void;
  readonly onSaved: (id: string) => void;
}

/** What will be done, by whom, with whose money and until when. What is typed stays when it is refused. */
export function Form({ needs: { circle, formats, departments }, draft: standing, seen, onType, onChanged, onSaved }: FormProps) {
  const [base, setBase] = useState({ draft: standing, seen, anew: false });
  const [draft, setDraft] = useState(base.draft);
  const [asked, ask] = useState(false);
  const idOf = useFormId();
  const { busy, error, run } = useSend('desk.saveProject');
  if (base.seen !== seen) {
    setBase({ draft: standing, seen, anew: true });
    setDraft(rebased(draft, base.draft, standing));
  }
  const set = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    onType();
  };
  const faults = asked ? faultsOf(draft) : {};
  const save = async () => {
    const form = formOf(draft);
    if (form === null) return ask(true);
    const saved = await run({ sending: idOf({ ...form, seen }), seen, ...form });
    if (saved) onSaved(saved.id);
  };
  const changed = error?.code === 'project_changed';
  useEffect(() => {
    if (changed) onChanged();
  }, [changed, onChanged]);
  return (
    <>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>{circle.name}</View>
      <Card className='desk-roomy'>
        <Choose label='补哪种业态' options={formats} chosen={draft.format} error={faults.format} onChoose={(format) => set({ format })} />
        <Choose label='怎么补' options={named(projectKinds)} chosen={draft.kind} error={faults.kind} onChoose={(kind) => set({ kind })} />
        <TextField label='项目名称' value={draft.title} longest={60} placeholder='比如 南苑社区引进一家维修点' error={faults.title ?? null} onChange={(title) => set({ title })} />
        <Field label='为什么做' optional>
          <Chips label='为什么做' wrap>
            {keysOf(reasonWords).map((reason) => <Chip key={reason} label={reasonWords[reason]} on={draft.reasons.includes(reason)} onToggle={(on) => set({ reasons: on ? [...draft.reasons, reason] : draft.reasons.filter((one) => one !== reason) })} />)}
          </Chips>
        </Field>
        <TextArea label='给居民看的话' hint='大家都看得到，请写清楚做什么、什么时候。' value={draft.note} longest={200} error={faults.note ?? null} onChange={(note) => set({ note })} />
      </Card>
      <Card className='desk-roomy'>
        <Choose label='哪个部门负责' options={departments} chosen={draft.department} error={faults.department} onChoose={(department) => set({ department })} />
        <Choose label='谁出钱' options={named(fundingWords)} chosen={draft.funding} error={faults.funding} onChoose={(funding) => set({ funding })} />
        <Chips label='省级资金' wrap><Chip label='申报省级资金' on={draft.provincial} onToggle={(provincial) => set({ provincial })} /></Chips>
      </Card>
      <Milestones draft={draft} error={faults.milestones ?? (error?.field === 'milestones' ? error.say : null)} onChange={(milestones) => set({ milestones })} />
      {Object.keys(faults).length > 0 && <View className='lz-field__error'>还有没填的，请看标红的地方。</View>}
      {base.anew && <Notice tone='amber'>您打开以后，这个项目又有人改过。您改的都还在，别的已经换成现在的样子。请看一遍，再点保存。</Notice>}
      {error && !(base.anew && changed) && <Failed error={error} />}
      <Button label='保存' busy={busy} onClick={() => void save()} />
    </>
  );
}

interface ChooseProps<C extends string> { readonly label: string; readonly options: readonly { readonly code: C; readonly name: string }[]; readonly chosen: C | null; readonly error: string | undefined; readonly onChoose: (code: C) => void }

/** One of several short words. */
function Choose<C extends string>({ label, options, chosen, error, onChoose }: ChooseProps<C>) {
  return (
    <Field label={label} error={error ?? null}>
      <Chips label={label} wrap>{options.map(({ code, name }) => <Chip key={code} label={name} on={chosen === code} onToggle={() => onChoose(code)} />)}</Chips>
    </Field>
  );
}

function Milestones({ draft: { milestones }, error, onChange }: { draft: Draft; error: string | null; onChange: (milestones: Draft['milestones']) => void }) {
  const today = shanghaiDay(Date.now());
  const put = (key: string, part: Partial<Draft['milestones'][number]>) => onChange(milestones.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Card className='desk-roomy'>
      <Field label='里程碑' optional hint='到哪一天做成什么。都完成了，项目才能结束。' error={error}>
        <View className='lz-stack'>
          {milestones.map(({ key, name, due, doneOn }, i) => (doneOn !== null ? <View key={key} className='lz-mute'>{`${name}：${doneOn} 已完成`}</View> : (
            <View key={key} className='lz-stack'>
              <TextField label={`第 ${i + 1} 个`} value={name} longest={40} placeholder='比如 选好地方' onChange={(text) => put(key, { name: text })} />
              <View className='lz-wrap'>
                <DayField label={`第 ${i + 1} 个在哪天前`} day={due} first={today} onChange={(day) => put(key, { due: day })} />
                <Button kind='quiet' label='去掉' onClick={() => onChange(milestones.filter((one) => one.key !== key))} />
              </View>
            </View>
          )))}
          {milestones.length < mostMilestones && <Button kind='line' icon='plus' label='加一个里程碑' onClick={() => onChange([...milestones, { key: uuid(), number: null, name: '', due: '', doneOn: null }])} />}
        </View>
      </Field>
    </Card>
  );
}
