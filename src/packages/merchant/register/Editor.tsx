import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { useHotline } from '../../../services/hotline';
import { confirm } from '../../../services/notify';
import { backTo } from '../../../services/navigate';
import { dial } from '../../../services/phone';
import { useScroll } from '../../../services/scroll';
import { ChainField } from './ChainField';
import { CommunityField } from './CommunityField';
import { DatedField } from './DatedField';
import { DuplicatesCard } from './DuplicatesCard';
import { FactsField } from './FactsField';
import { FormatField } from './FormatField';
import { HoursField } from './HoursField';
import { LicenceField } from './LicenceField';
import { PhotosField } from './PhotosField';
import { PinField } from './PinField';
import { ServicesField } from './ServicesField';
import { fieldNames, fields, type Field } from './check';
import type { KeptDraft } from './kept';
import { useDuplicates } from './useDuplicates';
import { anchor, outcome, useEditor } from './useEditor';
import './index.scss';

const entering = '有没有执照都能登记。街道看过后就会出现在「附近」里。';
const changing = '改好后提交，街道看过才换成新的；在那以前「附近」里还是原来的内容。';

/** What she types may stand on the map already: said at the end of the form, where it moves nothing that is being tapped, and shown before anything is sent. */
const alike = 'register-alike';

/** The whole form. Every field says beside itself what is wrong with it. */
export function Editor({ startKey, start }: { startKey: string; start: KeptDraft }) {
  const { form, problems, error, note, unsaved, busy, change, submit } = useEditor(startKey, start);
  const duplicates = useDuplicates(form, start.outlet);
  const scroll = useScroll();
  const hotline = useHotline();
  const wrong = fields.filter((field) => problems[field]);
  const at = (field: Field, control: React.ReactNode) => <View id={anchor(field)}>{control}</View>;
  const [unsent, setUnsent] = useState<Readonly<Record<string, number>>>({});
  const waiting = Object.values(unsent).reduce((sum, count) => sum + count, 0);
  const send = async () => {
    if (waiting === 0 || await confirm({ title: '照片还没传好', text: `有 ${waiting} 张照片还没传上去。可以再等一等，也可以先提交，不带这几张。`, yes: '先提交', no: '再等等' })) await submit();
  };
  const footer = note
    ? <Button grow label='看我的网点' onClick={() => backTo('/packages/merchant/mine/index')} />
    : (
      <>
        {duplicates.items.length > 0 && <Button grow kind='line' label='可能已有这家' onClick={() => scroll.toId(alike)} />}
        <Button grow busy={busy} label={busy ? '正在提交' : '提交审核'} onClick={() => (duplicates.items.length > 0 ? scroll.toId(alike) : void send())} />
      </>
    );
  return (
    <Screen title={start.outlet ? '改网点信息' : start.revision > 1 ? '修改再提交' : '登记网点'} elderSwitch footer={footer}>
      {start.reason && <Notice tone='amber'><View className='lz-strong'>街道退回了，原因是：</View><View>{start.reason}</View><View>改好后再提交一次就行，填过的都在。</View></Notice>}
      {!start.reason && <View className='lz-mute'>{start.outlet ? changing : entering}填的内容自动保存在这部手机上。</View>}
      {unsaved && <Notice tone='amber'>手机存不下了，关掉这一页会丢失内容。请先清一清手机空间。</Notice>}
      {at('name', <TextField label='店名' error={problems.name} value={form.name} longest={40} placeholder='比如 巧手裁缝铺' onChange={(name) => change({ name })} />)}
      {at('format', <FormatField value={form.format} error={problems.format} onChange={(format) => change({ format })} />)}
      {at('services', <ServicesField value={form.services} error={problems.services} onChange={(services) => change({ services })} />)}
      {at('community', <CommunityField value={form.community} error={problems.community} onChange={(community) => change({ community })} />)}
      {at('point', <PinField community={form.community} value={form.point} error={problems.point} onChange={(point, address) => change({ point, ...(address && form.address === '' ? { address: address.slice(0, 80) } : {}) })} />)}
      {at('address', <TextField label='地址' error={problems.address} value={form.address} longest={80} placeholder='比如 文庙路 12 号底商' onChange={(address) => change({ address })} />)}
      {at('phone', <TextField label='电话' optional hint='填了会公开，方便邻居打给您' error={problems.phone} value={form.phone} longest={20} placeholder='手机或座机' onChange={(phone) => change({ phone })} />)}
      {at('hours', <HoursField form={form} error={problems.hours} onChange={change} />)}
      {at('dated', <DatedField form={form} error={problems.dated} onChange={change} />)}
      {at('licence', <LicenceField form={form} error={problems.licence} onChange={change} />)}
      {at('photos', <PhotosField form={form} error={problems.photos} onChange={(photos) => change({ photos })} onUnsent={(purpose, count) => setUnsent((all) => (all[purpose] === count ? all : { ...all, [purpose]: count }))} />)}
      {at('chain', <ChainField form={form} onChange={change} />)}
      {at('facts', <FactsField value={form.facts} onChange={(facts) => change({ facts })} />)}
      {duplicates.items.length > 0 && <View id={alike}><DuplicatesCard of={duplicates} /></View>}
      {duplicates.waiting && <Notice tone='amber'>有人正在登记一家很像的店。要是您家里人或合伙人登记的，就不用再登记；不是的话接着填，街道会核对。</Notice>}
      {wrong.length > 0 && <Notice tone='red'>{`还有 ${wrong.length} 处要改：${wrong.map((field) => fieldNames[field]).join('、')}。`}</Notice>}
      <View id={outcome}>
        {note && <Notice>{note}</Notice>}
        {error && (
          <Notice tone='red'>
            <View>{error.say}</View>
            <View className='lz-mute'>填的内容都在这部手机上，不会丢。</View>
            <Button kind='quiet' icon='phone' label={`打电话问 ${hotline}`} onClick={() => dial(hotline)} />
          </Notice>
        )}
      </View>
    </Screen>
  );
}
