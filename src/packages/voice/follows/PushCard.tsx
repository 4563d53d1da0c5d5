import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { uuid } from '../../../services/ids';
import { askToPush, canSubscribe } from '../../../services/subscribe';
import { useSend } from '../../../services/useSend';

/** WeChat may push once for each time she lets it. Without it the messages are in the app all the same. */
export function PushCard({ template, consents, onGiven }: { template: string | null; consents: number; onGiven: () => void }) {
  const keeping = useSend('voice.consent');
  const [refused, setRefused] = useState(false);
  if (template === null || !canSubscribe) return <View className='lz-mute'>有消息写在「消息」里，请打开看。</View>;
  const ask = async () => {
    const given = await askToPush(template);
    setRefused(!given);
    if (given && (await keeping.run({ id: uuid() }))) onGiven();
  };
  return (
    <Card>
      <View className='lz-h'>用微信提醒我</View>
      <View>{consents > 0 ? `还可以提醒您 ${consents} 次。` : '现在只写在「消息」里，微信不提醒。'}</View>
      <View className='lz-mute'>点一次，微信提醒一次，只说有新消息，不说内容。为了发这一次，您的微信标识加密存着，发完就删。</View>
      {refused && <Notice tone='amber'>您没有允许，微信就不提醒。消息还是写在「消息」里。</Notice>}
      {keeping.error && <Notice tone='red'>{keeping.error.say}</Notice>}
      <Button kind='line' label='允许提醒一次' busy={keeping.busy} onClick={() => void ask()} />
    </Card>
  );
}
