import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { DemoMark } from '../../../components/Tag';
import { call } from '../../../services/call';
import { handFile, handedWords } from '../../../services/handFile';
import { replace } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import type { ExportJobs } from '../../../../types/contract/export';
import type { SnapshotLine, Snapshots } from '../../../../types/contract/circles';
import type { ApiError } from '../../../../types/errors';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { Paper } from '../Papers/Paper';
import { deskPages } from '../paths';
import { useFormId } from '../useFormId';
import { fingerprint, laidOutWords } from '../words';

const patience = 60_000;
const keyOf = (table: string, street: string | null) => `${table} ${street ?? ''}`;

/** Figures frozen under a name, and the official tables made of them. */
export default function SnapshotsPage() {
  const found = useCall('desk.snapshots', {});
  const whole = found.data?.streets === null;
  const asked = useCall('export.jobs', whole ? {} : null);
  return (
    <Screen title='快照和统计表' elderSwitch>
      <OfficersOnly of={found} ways={<Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />}>
        {(data) => (
          <>
            {/* anew after each: the same name once more is another wish, and is told that it is taken */}
            {whole && <Freeze key={data.snapshots[0]?.id ?? ''} onDone={found.reload} />}
            <View className='lz-mute'>{`报表只从快照里出：同一个快照、同一张表，什么时候下载都是同一个文件。${whole ? '验收资料按圈做，在每个生活圈的页面上。' : '快照由专班定；您这里出的是自己街道的部分，数和全区的表是同一份。'}${data.tables.some(({ form }) => form) ? '由系统排版的表，' : ''}表样是${data.template.status}，${data.template.version} 版。${data.template.source}。`}</View>
            {data.snapshots.length === 0 && <EmptyState icon='list' title='还没有快照' text={whole ? '起个名字，把现在所有的数定下来，再出报表。' : '快照由专班定。定了以后，这里就能出您街道的表。'} />}
            {data.snapshots.map((snapshot) => <Frozen key={snapshot.id} snapshot={snapshot} streets={data.streets} tables={data.tables} asked={asked.data} onMade={found.reload} />)}
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}

function Freeze({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const idOf = useFormId();
  const { busy, error, run } = useSend('desk.snapshot');
  const save = async () => {
    const words = name.trim();
    if (words === '') return setWrong('请给快照起个名字，比如 2026年11月。');
    const form = { name: words };
    if (!(await run({ id: idOf(form), ...form }))) return;
    onDone();
  };
  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>定一个快照</View>
      <TextField label='名字' value={name} longest={40} placeholder='比如 2026年11月' error={wrong ?? (error?.field === 'name' ? error.say : null)} onChange={(text) => { setName(text); setWrong(null); }} />
      {error && error.field !== 'name' && <Failed error={error} />}
      <Button label='把现在的数定下来' busy={busy} onClick={() => void save()} />
    </Card>
  );
}

interface FrozenProps extends Pick<Snapshots, 'streets' | 'tables'> { snapshot: SnapshotLine; /** Null: not known yet, or not for this officer. */ asked: ExportJobs | null; onMade: () => void }

function Frozen({ snapshot, streets, tables, asked, onMade }: FrozenProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const under = useRef(false);
  const madeOf = (table: string, street: string | null) => snapshot.reports.find((report) => report.kind === table && report.street === street);
  const fetch = async (table: string, street: string | null) => {
    if (under.current) return;
    under.current = true;
    setBusy(keyOf(table, street));
    setSaid(null);
    setError(null);
    const reply = await call('export.table', { snapshot: snapshot.id, table, ...(street === null ? {} : { street }) }, { patience });
    if (!reply.ok) setError(reply.error);
    else {
      setSaid((await handFile(reply.data.file.name, reply.data.file.content)) ? handedWords(reply.data.file.name) : '表格没有打开。请再点一次。');
      if (!madeOf(table, street)) onMade();
    }
    setBusy(null);
    under.current = false;
  };
  return (
    <Card className='desk-roomy'>
      <View className='lz-wrap'><View className='lz-h lz-grow'>{snapshot.name}</View><DemoMark demo={snapshot.demo} /></View>
      <View className='lz-mute'>{`${fullDateTime(snapshot.at)} 定格，${snapshot.mine ? '您' : '专班'}做的 · 指纹 ${fingerprint(snapshot.hash)}`}</View>
      {asked && <Paper wanted={{ kind: 'report', snapshot: snapshot.id, circle: null }} known={asked.jobs.find((job) => job.kind === 'report' && job.snapshot === snapshot.id) ?? null} />}
      {(streets ?? [null]).map((street) => (
        <View key={street?.code ?? ''} className='lz-col'>
          {street && <View>{`${street.name}的部分`}</View>}
          {tables.map(({ code, title, paper, form }) => {
            const made = madeOf(code, street?.code ?? null);
            return (
              <View key={code} className='lz-col'>
                <Button kind='line' label={`${title}（${paper}）`} busy={busy === keyOf(code, street?.code ?? null)} onClick={() => void fetch(code, street?.code ?? null)} />
                {form && !made && <View className='lz-mute'>{`${laidOutWords(form)}，来源：${form.source}`}</View>}
                {made && <View className='lz-mute lz-num'>{`${fullDateTime(made.at)} 出过，文件指纹 ${fingerprint(made.hash)}`}</View>}
              </View>
            );
          })}
        </View>
      ))}
      {said && <Notice>{said}</Notice>}
      {error && <Failed error={error} />}
    </Card>
  );
}
