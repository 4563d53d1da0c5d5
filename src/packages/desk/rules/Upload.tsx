import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { pickFile, pickHint } from '../../../services/pickFile';
import { canSave, saveText } from '../../../services/saveFile';
import { useSend } from '../../../services/useSend';
import type { RuleDraft } from '../../../../types/contract/circles';
import { Failed } from '../Failed';
import { useFormId } from '../useFormId';
import { mostFileBytes } from './kinds';

/** The file in force to change, and loading the changed one. Nothing takes effect here. */
export function Upload({ kind, file, onStaged }: { kind: RuleDraft['kind']; file: string; onStaged: (id: string) => void }) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const idOf = useFormId();
  const { busy, error, run } = useSend('desk.stageRule');
  const load = async () => {
    setProblems([]);
    const picked = await pickFile(['json'], mostFileBytes);
    if (!picked.ok) return picked.reason === 'unreadable' ? setProblems(['这个文件没有读出来。请再选一次，或换一个文件。']) : undefined;
    if (picked.file.size > mostFileBytes) return setProblems(['这个文件太大，不像规则文件。']);
    const form = { content: picked.file.content };
    const reply = await run({ id: idOf(form), ...form });
    if (reply?.draft) onStaged(reply.draft.id);
    else if (reply) setProblems(reply.problems);
  };
  return (
    <>
      {problems.length > 0 && <Notice tone='amber'>{problems.map((problem) => <View key={problem}>{problem}</View>)}<View>文件没有载入，改好后再选一次。</View></Notice>}
      {error && <Failed error={error} />}
      {pickHint !== '' && <View className='lz-mute'>{pickHint}</View>}
      <View className='lz-row'>
        {canSave && <Button grow kind='line' label='下载现在的' onClick={() => saveText(`${kind}.json`, file)} />}
        <Button grow kind='line' label='载入新的' busy={busy} onClick={() => void load()} />
      </View>
    </>
  );
}
