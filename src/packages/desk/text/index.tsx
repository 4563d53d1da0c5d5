import { useState } from 'react';
import { View } from '@tarojs/components';
import type { TextPart, WaitingText } from '../../../../types/contract/voice';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { dayWords } from '../../../components/OutletCard/words';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { DemoMark, Tag } from '../../../components/Tag';
import { aspectsLine, stateWords } from '../../../components/VoiceWords';
import { go, replace, useQuery } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import '../desk.scss';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Refusing } from './Refusing';

const parts: Readonly<Record<TextPart, { readonly ask: string; readonly pass: string; readonly refuse: string }>> = {
  review: { ask: '这句话能放出来吗？', pass: '可以放出来', refuse: '不放出来' },
  reply: { ask: '店家的答复能放出来吗？', pass: '可以放出来', refuse: '不放出来' },
  complaint: { ask: '店家说这条不对。', pass: '留着这条', refuse: '店家说得对，撤下' },
};

/** A neighbour's words, the owner's answer, the owner's complaint: read, and let through or not. Who wrote them is not known here. */
export default function TextPage() {
  const { id } = useQuery();
  const found = useCall('desk.text', id === undefined ? null : { id });
  const gone = id === undefined || (found.data === null && (found.error?.code === 'decided_already' || found.error?.code === 'not_found' || found.error?.who === '输入'));
  return (
    <Screen title='邻居的话' elderSwitch>
      {gone ? (
        <EmptyState icon='check' title='这一件已经处理过了' text='可能是同事刚刚处理的，或者写的人撤回了。'>
          <Button label='回待办' onClick={() => replace(deskPages.review)} />
        </EmptyState>
      ) : <OfficersOnly of={found}>{(text) => <Text key={text.version} text={text} onDecided={found.reload} />}</OfficersOnly>}
    </Screen>
  );
}

function Text({ text, onDecided }: { text: WaitingText; onDecided: () => void }) {
  const { outlet, community, demo, aspects, review, reply, complaint, own, writtenOn, hoursLeft, waiting } = text;
  const days = Math.floor(Math.abs(hoursLeft) / 24);
  const left = `${hoursLeft < 0 ? '超期' : '还有'} ${days === 0 ? `${Math.abs(hoursLeft)} 小时` : `${days} 天`}`;
  return (
    <View className='lz-stack'>
      <Card className='desk-roomy'>
        <View className='lz-wrap'>
          <View className='lz-h lz-grow desk-any'>{outlet.name}</View>
          <DemoMark demo={demo} />
          {waiting.length > 0 ? <Tag tone={hoursLeft < 0 ? 'red' : 'plain'}>{left}</Tag> : <Tag>处理过了</Tag>}
        </View>
        <View className='lz-mute'>{`${community.name} · ${outlet.address}`}</View>
        <Button kind='line' label='看网点' onClick={() => go('/packages/outlet/detail/index', { id: outlet.id })} />
      </Card>
      <Card>
        <View className='lz-mute'>{`邻居写的，${dayWords(writtenOn, new Date().getFullYear())}`}</View>
        {review && <View className='lz-title desk-any'>{review.text}</View>}
        {aspectsLine(aspects) !== '' && <View className='lz-mute'>{aspectsLine(aspects)}</View>}
      </Card>
      {reply && <Card><View className='lz-mute'>店家答复</View><View className='lz-title desk-any'>{reply.text}</View></Card>}
      {complaint && <Card><View className='lz-mute'>店家为什么说这条不对</View><View className='lz-title desk-any'>{complaint.text}</View></Card>}
      <View className='lz-mute'>批评、抱怨不是理由。谁写的，这里看不到；店家也看不到。</View>
      {own ? <Notice tone='amber'>这件事和您自己有关，请让同事来处理。</Notice> : partsOf(text).map((part) => <Decide key={part} part={part} text={text} onDecided={onDecided} />)}
    </View>
  );
}

/** What waits; where nothing does, what was decided and may be decided otherwise. */
const partsOf = ({ waiting, review, reply }: WaitingText): TextPart[] => (waiting.length > 0 ? waiting : [...(review ? ['review' as const] : []), ...(reply ? ['reply' as const] : [])]);

function Decide({ part, text: { id, version, reasons, review, reply }, onDecided }: { part: TextPart; text: WaitingText; onDecided: () => void }) {
  const [refusing, setRefusing] = useState(false);
  const deciding = useSend('desk.decideText');
  const was = part === 'review' ? review?.state : part === 'reply' ? reply?.state : undefined;
  const decide = async (decision: 'pass' | 'refuse', reasonCode: string | null, reason: string | null) => {
    if (await deciding.run({ id, part, seen: version, ...(was ? { was } : {}), decision, reasonCode, reason })) setRefusing(false);
    onDecided();
  };
  return (
    <Card className='desk-roomy'>
      {was && was !== 'held'
        ? <View className='lz-wrap'><View className='lz-h'>{part === 'review' ? '邻居的话' : '店家的答复'}</View><Tag tone={stateWords[was].tone}>{stateWords[was].text}</Tag></View>
        : <View className='lz-h'>{parts[part].ask}</View>}
      {deciding.error && <Failed error={deciding.error} />}
      <View className='lz-row'>
        {was !== 'refused' && <Button grow kind='line' label={was === 'passed' ? '改为不放出来' : parts[part].refuse} disabled={deciding.busy} onClick={() => setRefusing(true)} />}
        {was !== 'passed' && <Button grow kind='line' label={was === 'refused' ? '改为放出来' : parts[part].pass} busy={deciding.busy} onClick={() => void decide('pass', null, null)} />}
      </View>
      {refusing && <Refusing reasons={reasons} busy={deciding.busy} onClose={() => setRefusing(false)} onSend={(code, words) => void decide('refuse', code, words)} />}
    </Card>
  );
}
