import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { uuid } from '../../../services/ids';
import { confirm } from '../../../services/notify';
import { useSend } from '../../../services/useSend';
import { Failed } from '../Failed';

/** For somebody who came in person with her papers, a lost phone or a shop taken over: a code that makes her the owner without waiting for the other side. */
export function HandOver({ outlet, name }: { outlet: string; name: string }) {
  const [id] = useState(uuid);
  const [made, setMade] = useState<{ readonly code: string; readonly expiresAt: string } | null>(null);
  const sending = useSend('desk.handOver');
  const make = async () => {
    const sure = await confirm({ title: '人和证件都当面看过了？', text: `会给您一个交接码，对方在「我的网点」里填了，「${name}」就归对方管，原店主会收到消息。`, yes: '生成码', no: '先不' });
    if (sure) setMade(await sending.run({ id, outlet }));
  };
  if (made) {
    return (
      <Notice tone='amber'>
        <View className='lz-strong'>{made.code}</View>
        <View>{`请当面给对方，不要发群里。${dateTime(made.expiresAt)} 前有效，只能用一次。`}</View>
      </Notice>
    );
  }
  return (
    <>
      {sending.error && <Failed error={sending.error} />}
      <Button kind='quiet' label='店主来过，换了手机：做交接码' busy={sending.busy} onClick={() => void make()} />
    </>
  );
}
