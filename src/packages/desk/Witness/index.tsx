import { useState } from 'react';
import { View } from '@tarojs/components';
import { monthDay } from '../../../../domain/calendar';
import type { Witnessing } from '../../../../types/contract/field';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Photos } from '../../../components/Photos';
import { Tag } from '../../../components/Tag';
import '../desk.scss';
import { Revoking } from './Revoking';
import type { WitnessOf } from './useWitness';
import { Writing } from './Writing';

const day = (text: string): string => `${text.slice(0, 4)}年${monthDay(text)}`;

/** Of one without a licence: whether somebody was there and what she saw; a word of one's own, renewed or for the first time; taking one back. */
export function Witness({ witness, children }: { witness: WitnessOf; children?: React.ReactNode }) {
  const { subject, typed, now, revoked, change } = witness;
  const [revoking, setRevoking] = useState(false);
  if (!subject?.witnessing) return null;
  return (
    <Card className='desk-roomy'>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>社区见证</View>
        <State now={now} />
      </View>
      {now === null ? <View>{revoked && subject.of === 'outlet' ? '见证收回了。页面上写着「还没有上门见证」，要有人再去看。' : '没有执照，现在没有有效的见证。'}</View> : <Seen now={now} name={subject.name} />}
      {now === null && !revoked && children}
      {typed.open ? <Writing witness={witness} /> : (
        <View className='lz-row'>
          {now?.state === 'standing' && <Button grow kind='line' label='收回' onClick={() => setRevoking(true)} />}
          <Button grow kind='line' label={now === null ? '我上门看过，来见证' : '续期'} onClick={() => change({ open: true })} />
        </View>
      )}
      {revoking && <Revoking of={now?.of ?? subject.of} witness={witness} onClose={() => setRevoking(false)} />}
    </Card>
  );
}

function State({ now }: { now: Witnessing['now'] }) {
  if (now === null) return <Tag tone='amber'>还没有</Tag>;
  return now.state === 'standing' ? <Tag tone='brand'>有效</Tag> : <Tag tone='amber'>已到期</Tag>;
}

function Seen({ now: { state, on, until, reason, photo }, name }: { now: NonNullable<Witnessing['now']>; name: string }) {
  return (
    <>
      <View className='desk-any'>{reason}</View>
      <View className='lz-mute'>{`${day(on)}上门，${state === 'standing' ? `有效到 ${day(until)}` : `${day(until)}到期了`}`}</View>
      {photo && <Photos whole pictures={[{ id: photo.id, src: photo.link, label: `${name}的见证照片` }]} />}
      {photo?.state === 'refused' && <Notice tone='amber'>这张照片同事看过，没有通过。</Notice>}
    </>
  );
}
