import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Field, TextField } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { call } from '../../../services/call';
import { handFile, handedWords } from '../../../services/handFile';
import { pickFile, pickHint } from '../../../services/pickFile';
import { useSend } from '../../../services/useSend';
import type { RulesShown } from '../../../../types/contract/circles';
import type { ApiError } from '../../../../types/errors';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';
import { laidOutWords } from '../words';
import { mostFileBytes, tooLarge } from './kinds';

type Table = RulesShown['tables'][number];
const patience = 60_000;

/** The template of one official table: to be downloaded, and replaced by an .xlsx. Nothing takes effect here. */
export function Form({ table, onBack, onStaged }: { table: Table; onBack: () => void; onStaged: (draft: string) => void }) {
  return (
    <>
      <Present table={table} />
      {!table.byFormat && <Replace table={table} onStaged={onStaged} />}
      <Button kind='quiet' label='回规则' onClick={onBack} />
    </>
  );
}

function Present({ table: { code, title, byFormat, form } }: { table: Table }) {
  const [busy, setBusy] = useState<'present' | 'plain' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const under = useRef(false);
  const fetch = async (what: 'present' | 'plain') => {
    if (under.current) return;
    under.current = true;
    setBusy(what);
    setSaid(null);
    setError(null);
    const reply = await call('export.form', { table: code, plain: what === 'plain' }, { patience });
    if (!reply.ok) setError(reply.error);
    else setSaid((await handFile(reply.data.file.name, reply.data.file.content)) ? handedWords(reply.data.file.name) : '表样没有打开。请再点一次。');
    setBusy(null);
    under.current = false;
  };
  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>{title}</View>
      <View>{`现在${laidOutWords(form)}`}</View>
      {form && <View className='lz-mute'>{`来源：${form.source}`}</View>}
      <View className='lz-mute'>{byFormat ? '这张表按业态排，一圈一列，由系统排版，不能换成您的表样。' : '要填数的格子里写着占位符（双花括号里一个编码），出表时换成数。'}</View>
      {said && <Notice>{said}</Notice>}
      {error && <Failed error={error} />}
      <Button kind='line' label='下载现在的表样' busy={busy === 'present'} onClick={() => void fetch('present')} />
      {form && <Button kind='line' label='下载占位符清单' busy={busy === 'plain'} onClick={() => void fetch('plain')} />}
    </Card>
  );
}

function Replace({ table: { code, form }, onStaged }: { table: Table; onStaged: (draft: string) => void }) {
  const [source, setSource] = useState('');
  const [official, setOfficial] = useState<boolean | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState<{ readonly source?: string; readonly official?: string }>({});
  const idOf = useFormId();
  const reading = useSend('export.loadForm');
  const staging = useSend('desk.stageRule');
  const load = async () => {
    setProblems([]);
    const missing = { ...(source.trim() === '' ? { source: '请写这份表样从哪里来，比如 市商务局11月发的。' } : {}), ...(official === null ? { official: '请选一项。' } : {}) };
    setWrong(missing);
    if (source.trim() === '' || official === null) return;
    const picked = await pickFile(['xlsx'], mostFileBytes);
    if (!picked.ok) return picked.reason === 'unreadable' ? setProblems(['这个文件没有读出来。请再选一次，或换一个文件。']) : undefined;
    if (picked.file.size > mostFileBytes) return setProblems([tooLarge]);
    if (picked.file.size === 0) return setProblems(['这个文件是空的。']);
    const read = await reading.run({ table: code, file: picked.file.name.slice(-120), content: picked.file.content, source: source.trim(), official });
    if (!read) return;
    if (read.rule === null) return setProblems(read.problems);
    const rule = { content: read.rule };
    const staged = await staging.run({ id: idOf(rule), ...rule });
    if (staged?.draft) onStaged(staged.draft.id);
    else if (staged) setProblems(staged.problems);
  };
  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>换成新的表样</View>
      <View className='lz-mute'>{`用表格软件做：标题、列名、合并的格子、页面设置都照正式的表，只在要填数的那一行写占位符。出表时这一行按圈或街道一行一行填，下面的填报人、审核人往下移。能写哪些，看${form ? '「下载占位符清单」' : '下载的表样里「占位符清单」那一页'}。`}</View>
      <TextField label='从哪里来' value={source} longest={200} placeholder='比如 市商务局11月发的' error={wrong.source ?? null} onChange={(text) => { setSource(text); setWrong(({ official: kept }) => (kept === undefined ? {} : { official: kept })); }} />
      <Field label='是正式的表样吗' error={wrong.official ?? null}>
        <Chips label='是正式的表样吗' wrap>
          <Chip label='正式表样' on={official === true} onToggle={() => { setOfficial(true); setWrong({}); }} />
          <Chip label='自己拟的' on={official === false} onToggle={() => { setOfficial(false); setWrong({}); }} />
        </Chips>
      </Field>
      {official === false && <View className='lz-mute'>自己拟的，出的表上会写「示例」。</View>}
      {problems.length > 0 && <Notice tone='amber'>{problems.map((problem) => <View key={problem}>{problem}</View>)}<View>表样没有载入，改好后再选一次。</View></Notice>}
      {reading.error && <Failed error={reading.error} />}
      {staging.error && <Failed error={staging.error} />}
      {pickHint !== '' && <View className='lz-mute'>{pickHint}</View>}
      <Button icon='plus' label='选表样文件' busy={reading.busy || staging.busy} onClick={() => void load()} />
    </Card>
  );
}
