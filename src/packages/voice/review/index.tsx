import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { AspectsSaid, Voices } from '../../../../types/contract/voice';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { SingleChoice } from '../../../components/Choice/Group';
import { TextArea } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { aspectWords, saidWords, whoReads } from '../../../components/VoiceWords';
import { uuid } from '../../../services/ids';
import { backOrHome, go, switchTo, useQuery } from '../../../services/navigate';
import { stored } from '../../../services/storage';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import { useChecked } from '../useChecked';

const longest = 200;
type Aspect = keyof AspectsSaid;
interface Kept { readonly id: string; readonly aspects: Partial<AspectsSaid>; readonly text: string }
const options = (['good', 'fair', 'bad', 'unnoticed'] as const).map((code) => ({ code, text: saidWords[code], quiet: code === 'unnoticed' }));

/** She says in words how an outlet is: five things to choose, a text if she likes. */
export default function ReviewPage() {
  const { outlet, name } = useQuery();
  const about = useCall('voice.about', outlet === undefined ? null : { outlet });
  if (outlet === undefined) {
    return (
      <Screen title='说说这家' elderSwitch>
        <EmptyState icon='shop' title='没有说是哪一家' text='请从网点的页面点「我也说说」。'>
          <Button icon='list' label='找附近的网点' onClick={() => switchTo('nearby')} />
          <HotlineButton />
        </EmptyState>
      </Screen>
    );
  }
  if (about.data && !about.data.owner && !about.data.mine?.fixed) return <Form outlet={outlet} said={about.data} />;
  return (
    <Screen title={name ?? '说说这家'} elderSwitch>
      <Loaded of={about}>
        {({ owner }) => (
          <EmptyState icon='info' title={owner ? '这是您自己的店' : '这半年的评价已经不能改'} text={owner ? '自己的店不能自己评。邻居写的，您可以各答复一次。' : '店家已经答复过。您可以在「我的评价」里撤回。'}>
            <Button label={owner ? '回到店的页面' : '看我的评价'} onClick={() => (owner ? backOrHome() : go('/packages/voice/mine/index'))} />
          </EmptyState>
        )}
      </Loaded>
    </Screen>
  );
}

function Form({ outlet, said }: { outlet: string; said: Voices }) {
  const store = stored<Kept>(`draft:voice:${outlet}`);
  // the id is made once and kept with what was chosen: sent again after a lost reply it is the same review
  const [kept, setKept] = useState<Kept>(() => draftOf(store.read(), said));
  const [missing, setMissing] = useState(false);
  const [risky, setRisky] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const [done, setDone] = useState<'held' | 'shown' | null>(null);
  const sending = useSend('voice.write');
  const check = useChecked(said.platform);
  useEffect(() => { store.write(kept); });
  const change = (part: Partial<Kept>) => {
    setKept({ ...kept, ...part });
    setMissing(false);
    setRisky(null);
    sending.forget();
  };
  const send = async () => {
    const text = kept.text.trim() === '' ? null : kept.text.trim();
    const aspects = Object.fromEntries(aspectWords.map(({ name }) => [name, kept.aspects[name] ?? 'unnoticed'])) as AspectsSaid;
    if (text === null && aspectWords.every(({ name }) => aspects[name] === 'unnoticed')) {
      setMissing(true);
      return;
    }
    setChecking(true);
    const { checked, error } = await check(text);
    setChecking(false);
    if (error) {
      setRisky(error.say);
      return;
    }
    const sent = await sending.run({ id: kept.id, outlet, aspects, text, checked });
    if (!sent) return;
    store.clear();
    setDone(sent.review.fate?.state === 'held' ? 'held' : 'shown');
  };
  if (done) return <Done held={done === 'held'} />;
  return (
    <Screen title='说说这家' elderSwitch footer={<Button grow label={said.mine ? '改好了' : '提交'} busy={checking || sending.busy} onClick={() => void send()} />}>
      <View className='lz-title'>{said.outlet.name}</View>
      <View className='lz-mute'>只选您知道的，没注意的不用选。每人每家半年一份，改了还是这一份。</View>
      {aspectWords.map(({ name, title, ask }) => (
        <Card key={name}>
          <View className='lz-h'>{title}</View>
          <View className='lz-mute'>{ask}</View>
          <SingleChoice label={title} options={options} value={kept.aspects[name] ?? null} onChange={(code) => change({ aspects: { ...kept.aspects, [name]: code as AspectsSaid[Aspect] } })} />
        </Card>
      ))}
      <TextArea label='想说的话' optional hint={`请只说店里的事，不写别人的姓名、电话。${whoReads(said.platform)}`} value={kept.text} longest={longest} error={risky} onChange={(text) => change({ text })} />
      {missing && <Notice tone='red'>还没有选，也没有写。请至少选一项，或写一句话。</Notice>}
      {sending.error && <Notice tone='red'>{sending.error.say}</Notice>}
      <Card><View className='lz-mute'>{`邻居看不到是谁写的，店家和街道也看不到。选的项满 ${said.least} 人才合计。随时可以撤回。`}</View></Card>
    </Screen>
  );
}

const draftOf = (read: Kept | null, { mine }: Voices): Kept => {
  // a draft of a review that was withdrawn or is another's belongs to no review there is
  if (mine) return read?.id === mine.id ? read : { id: mine.id, aspects: mine.aspects, text: mine.text ?? '' };
  return read ?? { id: uuid(), aspects: {}, text: '' };
};

function Done({ held }: { held: boolean }) {
  return (
    <Screen title='谢谢您' elderSwitch footer={<Button grow label='好' onClick={backOrHome} />}>
      <EmptyState icon='check' title='记下了，谢谢您' text={held ? '您选的已经算上。写的话等街道的人看过就放出来，结果写进「消息」。' : '邻居看得到了。'}>
        <Button kind='line' label='看我的评价' onClick={() => go('/packages/voice/mine/index')} />
      </EmptyState>
    </Screen>
  );
}
