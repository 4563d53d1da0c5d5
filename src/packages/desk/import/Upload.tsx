import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Notice } from '../../../components/Notice';
import { go } from '../../../services/navigate';
import { pickFile, pickHint, type PickedFile } from '../../../services/pickFile';
import { sendFile } from '../../../services/sendFile';
import type { ApiError } from '../../../../types/errors';
import { Failed } from '../Failed';
import { deskPages } from '../paths';
import { useFormId } from '../useFormId';
import { systemWords } from './words';

/** Bytes; as text it stays under what a cloud function takes. */
const mostBytes = 4 * 2 ** 20;
type System = keyof typeof systemWords;

/** A list is chosen, sent, and opens as soon as it was compared. Nothing is loaded here. */
export function Upload() {
  const [system, setSystem] = useState<System>('none');
  const [busy, setBusy] = useState<'choosing' | 'sending' | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const under = useRef(false);
  const idOf = useFormId();

  const send = async (file: PickedFile) => {
    const form = { content: file.content, system: system === 'none' ? null : system };
    const reply = await sendFile('export.stage', { id: idOf(form), file: file.name.slice(-120), ...form });
    if (!reply.ok) setError(reply.error);
    else if (reply.data.list) go(deskPages.import, { id: reply.data.list.id });
    else setFault(reply.data.fault);
  };

  const upload = async () => {
    if (under.current) return;
    under.current = true;
    setFault(null);
    setError(null);
    setBusy('choosing');
    const picked = await pickFile(['xlsx', 'csv'], mostBytes);
    if (picked.ok && picked.file.size > mostBytes) setFault('这个文件超过 4 MB。请按街道分成几张，或请管服务器的人用命令行导入。');
    else if (picked.ok) {
      setBusy('sending');
      await send(picked.file);
    } else if (picked.reason === 'unreadable') setFault('这个文件没有读出来。请再选一次，或换一个文件。');
    setBusy(null);
    under.current = false;
  };

  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>上传名单</View>
      <View className='lz-mute'>摸排表，表格软件存的都行（旧格式的请先另存成新格式）。上传后先和现在的网点比一比，给您看过、定过，才载入；要么全部载入，要么一行也不动。</View>
      {pickHint !== '' && <View className='lz-mute'>{pickHint}</View>}
      <View className='lz-strong'>表里的坐标是哪一种</View>
      <Chips label='表里的坐标是哪一种' wrap>
        {(Object.keys(systemWords) as System[]).map((code) => <Chip key={code} label={systemWords[code]} on={system === code} onToggle={() => setSystem(code)} />)}
      </Chips>
      <View className='lz-mute'>「按表里写的」：看「坐标系」一列，没有这一列就当火星坐标（微信、腾讯、高德地图用的）。手持定位仪、手机定位软件给的是卫星定位坐标。</View>
      {fault && <Notice tone='red'>{fault}</Notice>}
      {error && <Failed error={error} />}
      <Button icon='plus' label={busy === 'sending' ? '正在上传和比对' : '选表格'} busy={busy === 'sending'} onClick={() => void upload()} />
    </Card>
  );
}
