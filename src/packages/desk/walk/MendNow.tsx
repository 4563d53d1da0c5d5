import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { go } from '../../../services/navigate';
import { isOnline } from '../../../services/network';
import { deskPages } from '../paths';

/** To the form where an entry is mended, with what she wrote as the reason. It lies above the walk: back from it, everything stands as it was. */
export function MendNow({ outlet, note }: { outlet: string; note: string }) {
  const [offline, setOffline] = useState(false);
  const mend = async () => {
    const online = await isOnline();
    setOffline(!online);
    if (online) go(deskPages.edit, { outlet, saw: note.trim() || undefined });
  };
  return (
    <>
      <Button kind='line' icon='edit' label='现在就改这家的信息' onClick={() => void mend()} />
      {offline && <Notice tone='offline'><View>改信息要有网络，现在没有。哪里不对写在上面、记下就行，存在手机上；有网络时从「等着改的」点开再改。</View></Notice>}
    </>
  );
}
