import { useState } from 'react';
import { View } from '@tarojs/components';
import { isCreditCode } from '../../../../domain/credit-code';
import type { Claim } from '../../../../types/contract/merchant';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextArea, TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { PhotoField } from '../../../components/PhotoField';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { uuid } from '../../../services/ids';
import { backTo, switchTo, useQuery } from '../../../services/navigate';
import { confirm, toast } from '../../../services/notify';
import { stored } from '../../../services/storage';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';

interface Kept { readonly id: string; readonly revision: number; readonly phone: string; readonly creditCode: string; readonly note: string; readonly photos: readonly string[] }
const phonePattern = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

/** "This is my shop": how to reach her, and what shows that it is. A refused claim is mended here. */
export default function ClaimPage() {
  const { outlet, name } = useQuery();
  const mine = useCall('outlet.mine', outlet === undefined ? null : {});
  if (outlet === undefined) {
    return (
      <Screen title='认领网点' elderSwitch>
        <EmptyState icon='shop' title='没有说是哪一家' text='请先在「附近」里找到您的店，点「这是我的店」。'>
          <Button icon='list' label='找我的店' onClick={() => switchTo('nearby')} />
          <HotlineButton />
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title='认领网点' elderSwitch>
      <Loaded of={mine} cards={1}>
        {({ claims = [] }) => {
          const before = claims.find((claim) => claim.outlet.id === outlet && claim.state !== 'withdrawn' && claim.state !== 'granted');
          return before && before.state !== 'refused' ? <Waiting claim={before} /> : <Form outlet={outlet} name={before?.outlet.name ?? name} before={before ?? null} />;
        }}
      </Loaded>
    </Screen>
  );
}

function Waiting({ claim }: { claim: Claim }) {
  return (
    <EmptyState icon='check' title='已经认领，等核实' text={claim.state === 'disputed' ? '另有人也说是自己的店，街道看过双方的材料再决定。' : '街道会打电话或上门核实，结果在「我的网点」里看。'}>
      <Button label='看我的网点' onClick={() => backTo('/packages/merchant/mine/index')} />
      <HotlineButton />
    </EmptyState>
  );
}

function Form({ outlet, name, before }: { outlet: string; name: string | undefined; before: Claim | null }) {
  const store = stored<Kept>(`draft:claim:${outlet}`);
  const [kept, setKept] = useState<Kept>(() => {
    const old = store.read();
    if (old && (before === null || old.revision > before.revision)) return old;
    return before
      ? { id: before.id, revision: before.revision + 1, phone: before.papers.phone, creditCode: before.papers.creditCode ?? '', note: before.papers.note, photos: before.papers.photos?.map(({ id }) => id) ?? [] }
      : { id: uuid(), revision: 1, phone: '', creditCode: '', note: '', photos: [] };
  });
  const [wrong, setWrong] = useState<{ phone?: string; creditCode?: string; note?: string }>({});
  const [unsent, setUnsent] = useState(0);
  const sending = useSend('outlet.claim');
  const change = (part: Partial<Kept>) => {
    const next = { ...kept, ...part };
    setKept(next);
    store.write(next);
    setWrong({});
    sending.forget();
  };
  const send = async () => {
    const phone = kept.phone.trim();
    const code = kept.creditCode.trim().toUpperCase();
    const problems = {
      ...(phonePattern.test(phone) ? {} : { phone: '请填能打通的电话：手机 11 位，或区号加号码。' }),
      ...(code === '' || isCreditCode(code) ? {} : { creditCode: '信用代码不对，请对照执照再看一遍（18 位）。' }),
      ...(code !== '' || kept.note.trim() !== '' ? {} : { note: '没有执照的话，请写一句怎么看出店是您的。' }),
    };
    setWrong(problems);
    if (Object.keys(problems).length > 0) return;
    if (unsent > 0 && !(await confirm({ title: '照片还没有传完', text: '不带照片也可以先提交。', yes: '先提交', no: '等一等' }))) return;
    const sent = await sending.run({ id: kept.id, revision: kept.revision, outlet, papers: { phone, creditCode: code === '' ? null : code, note: kept.note.trim(), photos: kept.photos.map((photo) => ({ id: photo, purpose: 'licence' as const })) } });
    if (!sent) return;
    store.clear();
    toast(sent.claim.state === 'disputed' ? '已提交，街道看过双方再定' : '已提交，等街道核实');
    backTo('/packages/merchant/mine/index');
  };
  return (
    <View className='lz-stack'>
      {name && <View className='lz-title'>{name}</View>}
      {before?.reason && <Notice tone='amber'><View className='lz-strong'>上次没有通过</View><View>{before.reason}</View></Notice>}
      <Card>
        <TextField label='您的电话' hint='街道核实用，不公开' value={kept.phone} longest={13} error={wrong.phone} onChange={(phone) => change({ phone })} />
        <TextField label='统一社会信用代码' optional hint='执照上的 18 位，有就填，核实得快' value={kept.creditCode} longest={18} error={wrong.creditCode} onChange={(creditCode) => change({ creditCode })} />
        <TextArea label='怎么看出店是您的' optional hint='如：门头挂我的执照；社区的人都认识我' value={kept.note} longest={200} error={wrong.note} onChange={(note) => change({ note })} />
        <PhotoField label='执照或门头照片' optional hint='只给街道看，不公开' purpose='licence' most={3} value={kept.photos} onUnsent={setUnsent} onChange={(photos) => change({ photos })} />
      </Card>
      {sending.error && <Notice tone='red'>{sending.error.say}</Notice>}
      <Button label='提交认领' busy={sending.busy} onClick={() => void send()} />
      <View className='lz-mute'>通过以后，您可以改这家店的信息。已有店主的，街道会请双方都交材料，再决定。</View>
    </View>
  );
}
