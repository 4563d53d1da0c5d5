import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CorrectionKind } from '../../../../types/contract/outlet';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { SingleChoice } from '../../../components/Choice/Group';
import { TextArea } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { PhotoField } from '../../../components/PhotoField';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { uuid } from '../../../services/ids';
import { backOrHome, go, switchTo, useQuery } from '../../../services/navigate';
import { confirm } from '../../../services/notify';
import { stored } from '../../../services/storage';
import { useSend } from '../../../services/useSend';
import { kinds } from '../../../components/CorrectionKinds';

const longestNote = 200;
interface Kept { readonly id: string; readonly kind: CorrectionKind | null; readonly note: string; readonly photos: readonly string[] }

/** Three taps: something is wrong, what, send. Words and a photo only if she likes. */
export default function ReportPage() {
  const { outlet, name } = useQuery();
  if (outlet === undefined) {
    return (
      <Screen title='信息不对' elderSwitch>
        <EmptyState icon='shop' title='没有说是哪一家' text='请从网点的页面点「信息不对」。'>
          <Button icon='list' label='找附近的网点' onClick={() => switchTo('nearby')} />
          <HotlineButton />
        </EmptyState>
      </Screen>
    );
  }
  return <Form outlet={outlet} name={name} />;
}

function Form({ outlet, name }: { outlet: string; name: string | undefined }) {
  const store = stored<Kept>(`draft:report:${outlet}`);
  // the id is made once and kept with what was typed: sent again after a lost reply it is the same report
  const [kept, setKept] = useState<Kept>(() => store.read() ?? { id: uuid(), kind: null, note: '', photos: [] });
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const sending = useSend('outlet.report');
  const change = (part: Partial<Kept>) => {
    const next = { ...kept, ...part };
    setKept(next);
    store.write(next);
    sending.forget();
  };
  const send = async () => {
    if (kept.kind === null) {
      setMissing(true);
      return;
    }
    if (unsent > 0 && !(await confirm({ title: '照片还没有传完', text: '不带照片也可以先提交。', yes: '先提交', no: '等一等' }))) return;
    const sent = await sending.run({ id: kept.id, outlet, kind: kept.kind, note: kept.note.trim() === '' ? null : kept.note.trim(), ...(kept.photos.length === 0 ? {} : { photos: kept.photos.map((photo) => ({ id: photo, purpose: 'report' as const })) }) });
    if (!sent) return;
    store.clear();
    setDone(true);
  };
  if (done) {
    return (
      <Screen title='谢谢您' elderSwitch footer={<Button grow label='好' onClick={backOrHome} />}>
        <EmptyState icon='check' title='记下了，谢谢您' text={kept.kind === 'closed' ? '街道会去核实。几位居民都这么说，地图上就先标出「可能已关」。' : '街道会去核实，结果在「我反映的」里看。'}>
          <Button kind='line' label='看我反映的' onClick={() => go('/packages/mine/reports/index')} />
        </EmptyState>
      </Screen>
    );
  }
  const chosen = kinds.find(({ code }) => code === kept.kind);
  return (
    <Screen title='信息不对' elderSwitch footer={<Button grow label='提交' busy={sending.busy} onClick={() => void send()} />}>
      {name && <View className='lz-title'>{name}</View>}
      <View>哪里不对？</View>
      <SingleChoice
        label='哪里不对' options={kinds} value={kept.kind}
        onChange={(code) => {
          setMissing(false);
          change({ kind: code as CorrectionKind });
        }}
      />
      {missing && <Notice tone='red'>请先选一项。</Notice>}
      {chosen && <TextArea label='补充' optional hint={`${chosen.ask}。请不要写别人的姓名。`} value={kept.note} longest={longestNote} onChange={(note) => change({ note })} />}
      {chosen && <PhotoField label='照片' optional hint='只给街道看，不公开。请避开别人的脸和车牌。' purpose='report' most={2} value={kept.photos} onUnsent={setUnsent} onChange={(photos) => change({ photos })} />}
      {sending.error && <Notice tone='red'>{sending.error.say}</Notice>}
      <Card><View className='lz-mute'>街道的工作人员看得到您写的话，看不到您是谁。同一家同一项，一个人算一次。</View></Card>
    </Screen>
  );
}
