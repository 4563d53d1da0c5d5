import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Output } from '../../../../types/contract';
import { Button } from '../../../components/Button';
import { TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { useCatalogue } from '../../../services/catalogue';
import { toast } from '../../../services/notify';
import { backOrHome } from '../../../services/navigate';
import { useSend } from '../../../services/useSend';
import { CommunityField } from '../../merchant/register/CommunityField';
import { DatedField } from '../../merchant/register/DatedField';
import { FactsField } from '../../merchant/register/FactsField';
import { FormatField } from '../../merchant/register/FormatField';
import { HoursField } from '../../merchant/register/HoursField';
import { LicenceField } from '../../merchant/register/LicenceField';
import { PinField } from '../../merchant/register/PinField';
import { ServicesField } from '../../merchant/register/ServicesField';
import { fieldNames, fieldOf, fields, problemsOf, soundDraft, type Problems } from '../../merchant/register/check';
import { formOf, type Form as Typed } from '../../merchant/register/form';
import '../../merchant/register/index.scss';
import { Failed } from '../Failed';
import { noteMended } from '../walk/kept';
import { useFormId } from '../useFormId';
import { Witness } from '../Witness';
import { useWitness } from '../Witness/useWitness';

/** The merchant's own fields, filled with what stands now, and why the officer changes it. `saw`: what she wrote on the spot. */
export function Form({ outlet, saw, start, reload }: { outlet: string; saw: string | null; start: Output<'desk.editing'>; reload: () => void }) {
  // a list may say nothing of a licence: unknown is not without
  const licenceUnknown = start.draft.creditCode === null && start.draft.unlicensedReason === null;
  const [form, setForm] = useState<Typed>(() => ({ ...formOf(start.draft), ...(licenceUnknown ? { licensed: null } : {}) }));
  const [why, setWhy] = useState(saw === null ? '' : `上门看到：${saw}`.slice(0, 100));
  const catalogue = useCatalogue();
  const [problems, setProblems] = useState<Problems>({});
  const [missing, setMissing] = useState(false);
  const idOf = useFormId();
  const sending = useSend('desk.edit');
  // not read again after it changed: what is typed stays, and her own doing does not count as somebody else's
  const witness = useWitness({ of: 'outlet', id: outlet, name: start.draft.name, witnessing: start.witnessing ?? null }, () => undefined);
  const change = (part: Partial<Typed>) => {
    setForm((old) => ({ ...old, ...part }));
    setProblems({});
    sending.forget();
  };
  const send = async () => {
    const { licence, ...others } = problemsOf(form);
    const wrong: Problems = licence === undefined || (licenceUnknown && form.licensed === null) ? others : { ...others, licence };
    setProblems(wrong);
    setMissing(why.trim() === '');
    if (Object.keys(wrong).length > 0 || why.trim() === '') return;
    const asked = { outlet, seen: start.seen, draft: soundDraft(form), why: why.trim() };
    if (!(await sending.run({ id: idOf(asked), ...asked }))) return;
    noteMended(outlet, asked.draft, catalogue?.formats.find(({ code }) => code === asked.draft.format)?.name);
    toast('改好了，历史里记着');
    backOrHome();
  };
  const field = sending.error && fieldOf(sending.error.field);
  const wrong = fields.filter((one) => problems[one]);
  return (
    <Screen title='改网点信息' elderSwitch footer={<Button grow label='改好，马上生效' busy={sending.busy} onClick={() => void send()} />}>
      <Notice>{start.owned ? '这家有店主。改了什么，店主会收到消息，也能自己再改。' : '改完马上就在「附近」里，历史里写着工作人员改的。'}</Notice>
      <TextField label='为什么改' hint='店主看得到，如：打电话问过，早上七点开门' value={why} longest={100} error={missing ? '请写一句为什么改。' : null} onChange={(text) => { setWhy(text); setMissing(false); }} />
      <TextField label='店名' error={problems.name} value={form.name} longest={40} onChange={(name) => change({ name })} />
      <FormatField value={form.format} error={problems.format} onChange={(format) => change({ format })} />
      <ServicesField value={form.services} error={problems.services} onChange={(services) => change({ services })} />
      <CommunityField value={form.community} error={problems.community} onChange={(community) => change({ community })} />
      <PinField community={form.community} value={form.point} error={problems.point} onChange={(point) => change({ point })} />
      <TextField label='地址' error={problems.address} value={form.address} longest={80} onChange={(address) => change({ address })} />
      <TextField label='电话' optional error={problems.phone} value={form.phone} longest={20} placeholder='手机或座机' onChange={(phone) => change({ phone })} />
      <HoursField form={form} error={problems.hours} onChange={change} />
      <DatedField form={form} error={problems.dated} onChange={change} />
      {licenceUnknown && form.licensed === null && <View className='lz-mute'>名单里没有写执照。不清楚就不用选。</View>}
      <LicenceField form={form} error={problems.licence} onChange={change} />
      <FactsField value={form.facts} onChange={(facts) => change({ facts })} />
      <Witness witness={witness} />
      {wrong.length > 0 && <Notice tone='red'>{`还有 ${wrong.length} 处要改：${wrong.map((one) => fieldNames[one]).join('、')}。`}</Notice>}
      {sending.error && <Failed error={sending.error} />}
      {field && <View className='lz-mute'>{`请看「${fieldNames[field]}」。`}</View>}
      {sending.error?.code === 'outlet_changed' && <Button kind='line' icon='refresh' label='看现在的内容' onClick={reload} />}
    </Screen>
  );
}
