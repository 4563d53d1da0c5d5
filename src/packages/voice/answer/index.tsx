import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { TextArea } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { whoReads } from '../../../components/VoiceWords';
import { backOrHome, go, useQuery } from '../../../services/navigate';
import { toast } from '../../../services/notify';
import { stored } from '../../../services/storage';
import { useSend } from '../../../services/useSend';
import { useChecked } from '../useChecked';

const longest = 200;
const asked = {
  reply: { title: '答复一次', label: '您的答复', text: '每条只能答复一次，放出来以后不能改。请只说事情。', sent: '交上去了', button: '答复' },
  complaint: { title: '这条不对', label: '哪里不对', text: '比如：说的不是这家店、骂人、写出了别人的电话。批评、抱怨不是撤下的理由。街道的人看过再定，您写的只有街道看得到。', sent: '记下了，街道会看', button: '交给街道' },
} as const;

/** The owner answers a review, or says that it is wrong. */
export default function AnswerPage() {
  const { review, as, seen, words, platform } = useQuery();
  if (review === undefined || (as !== 'reply' && as !== 'complaint') || !/^\d+$/.test(seen ?? '')) {
    return (
      <Screen title='答复' elderSwitch>
        <EmptyState icon='list' title='没有说是哪一条' text='请从您的网点的页面，在邻居写的话下面点。'>
          <Button label='看我的网点' onClick={() => go('/packages/merchant/mine/index')} />
          <HotlineButton />
        </EmptyState>
      </Screen>
    );
  }
  return <Form review={review} as={as} seen={Number(seen)} words={words ?? ''} platform={platform === 'yes'} />;
}

function Form({ review, as, seen, words, platform }: { review: string; as: keyof typeof asked; seen: number; words: string; platform: boolean }) {
  const store = stored<string>(`draft:answer:${as}:${review}`);
  const [text, setText] = useState(() => store.read() ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const replying = useSend('voice.reply');
  const complaining = useSend('voice.complain');
  const check = useChecked(platform && as === 'reply');
  const sending = as === 'reply' ? replying : complaining;
  const send = async () => {
    const said = text.trim();
    if (said === '') {
      setWrong('请写一句话。');
      return;
    }
    const { checked, error } = await check(said);
    if (error) {
      setWrong(error.say);
      return;
    }
    const sent = as === 'reply' ? await replying.run({ review, seen, text: said, checked }) : await complaining.run({ review, seen, text: said });
    if (!sent) return;
    store.clear();
    toast(asked[as].sent);
    backOrHome();
  };
  return (
    <Screen title={asked[as].title} elderSwitch footer={<Button grow label={asked[as].button} busy={sending.busy} onClick={() => void send()} />}>
      {words !== '' && <Card><View className='lz-mute'>邻居写的</View><View>{words}</View></Card>}
      <TextArea
        label={asked[as].label} hint={`${asked[as].text}${as === 'complaint' ? '' : platform ? whoReads(true) : '由街道的工作人员看过才放出来。'}`} value={text} longest={longest} error={wrong}
        onChange={(next) => {
          setText(next);
          store.write(next);
          setWrong(null);
          sending.forget();
        }}
      />
      {sending.error && <Notice tone='red'>{sending.error.say}</Notice>}
    </Screen>
  );
}
