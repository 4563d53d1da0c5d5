import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { sealFile, type SealShown } from '../../../components/Seal/words';
import { canSave, saveText } from '../../../services/saveFile';
import { wholeList } from './wholeList';

/** The list itself and the seals on it, as files that others check with a program of their own (docs/survey-method.md). */
export function List({ round, seals }: { round: string; seals: readonly SealShown[] }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setFailed(null);
    const list = await wholeList(round);
    setBusy(false);
    if (list.ok) saveText(`${round}-名单.txt`, list.data.map((leaf) => `${leaf}\n`).join(''));
    else setFailed(list.error.say);
  };
  if (!canSave) return <View className='lz-mute'>整份名单（每一项的哈希）可以在浏览器版的这一页存成文件，自己重算。</View>;
  return (
    <View className='lz-stack lz-off-paper'>
      <View className='lz-mute'>名单里每一项的哈希，和这些封存号，都可以存成文件，用自己的程序重算一遍。做法写在《满意率是怎么来的》里，三十来行程序。</View>
      {failed && <Notice tone='red'>{failed}</Notice>}
      <Button kind='line' label='存下整份名单' busy={busy} onClick={() => void save()} />
      <Button kind='line' label='存下这些封存号' onClick={() => saveText(`${round}-封存.json`, `[${seals.map((seal) => sealFile(round, seal)).join(',\n')}]\n`)} />
    </View>
  );
}
