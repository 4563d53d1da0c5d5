import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Notice } from '../../../../components/Notice';
import { uuid } from '../../../../services/ids';
import { useSend } from '../../../../services/useSend';

/** She is told when this outlet changes, closes or comes back. One tap, and one to end it. */
export function Follow({ outlet, follow, onChanged }: { outlet: string; follow: string | null; onChanged: () => void }) {
  // sent again after a lost reply it is the same follow
  const [id, setId] = useState(uuid);
  const following = useSend('voice.follow');
  const ending = useSend('voice.unfollow');
  const begin = async () => { if (await following.run({ id, what: { kind: 'outlet', outlet } })) onChanged(); };
  const end = async () => {
    if (follow === null || !(await ending.run({ id: follow }))) return;
    setId(uuid());
    onChanged();
  };
  const error = following.error ?? ending.error;
  return (
    <Card>
      <View>{follow === null ? '想知道它什么时候变、关没关？' : '您关注了这家。有变化写进「消息」。'}</View>
      {error && <Notice tone='red'>{error.say}</Notice>}
      {follow === null
        ? <Button kind='line' label='关注' busy={following.busy} onClick={() => void begin()} />
        : <Button kind='quiet' label='不再关注' busy={ending.busy} onClick={() => void end()} />}
    </Card>
  );
}
