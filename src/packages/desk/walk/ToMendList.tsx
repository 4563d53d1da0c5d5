import { useState } from 'react';
import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { Notice } from '../../../components/Notice';
import { go } from '../../../services/navigate';
import { isOnline } from '../../../services/network';
import { deskPages } from '../paths';
import type { ToMend } from './kept';

/** What she found wrong on this walk and nobody has mended yet, with her note. */
export function ToMendList({ list }: { list: readonly ToMend[] }) {
  const [offline, setOffline] = useState(false);
  if (list.length === 0) return null;
  const mend = async ({ id, note }: ToMend) => {
    const online = await isOnline();
    setOffline(!online);
    if (online) go(deskPages.edit, { outlet: id, saw: note });
  };
  return (
    <>
      <View className='lz-strong'>{`等着改的 ${list.length} 家`}</View>
      {offline && <Notice tone='offline'>改信息要有网络，现在没有。记下的都在手机上，有网络时再点开。</Notice>}
      {list.map((one) => (
        <Card key={one.id} row onClick={() => void mend(one)}>
          <View className='lz-grow'>
            <View className='lz-h desk-any'>{one.name}</View>
            <View className='lz-mute desk-any'>{one.note}</View>
          </View>
          <Icon name='next' size='small' />
        </Card>
      ))}
    </>
  );
}
