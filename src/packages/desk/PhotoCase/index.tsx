import { useState } from 'react';
import { View } from '@tarojs/components';
import type { PhotoReason, ShownPhoto } from '../../../../types/contract/photos';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { SingleChoice } from '../../../components/Choice/Group';
import { Photos } from '../../../components/Photos';
import { photoReasons, photoReasonText, purposeNames } from '../../../components/Photos/words';
import { Sheet } from '../../../components/Sheet';
import { Tag } from '../../../components/Tag';
import { Failed } from '../Failed';
import type { Decided, PhotoDecisions } from './usePhotoDecisions';

/** One photo, and what may be done with it. `of`: whose it is, for those who don't see it. */
export function PhotoCase({ photo: { id, purpose, state, reason, link }, of, decisions }: { photo: ShownPhoto; of: string; decisions: PhotoDecisions }) {
  const [refusing, setRefusing] = useState(false);
  const decided = decisions.decided[id];
  const failed = decisions.failed?.id === id ? decisions.failed.error : null;
  const busy = decisions.busy === id;
  const off = decisions.busy !== null || link === null;
  return (
    <View className='lz-stack' {...a11y({ role: 'group', label: `${of}的${purposeNames[purpose]}照片` })}>
      <Photos wide whole pictures={[{ id, src: link, label: `${of}的${purposeNames[purpose]}照片` }]} />
      <View className='lz-wrap'>
        <Tag>{purposeNames[purpose]}</Tag>
        <State decided={decided} state={state} reason={reason} />
        <View className='lz-mute'>{purpose === 'front' ? '通过后放在网点页，谁都看得到。' : '不公开，只有街道和他本人看得到。'}</View>
      </View>
      {failed && <Failed error={failed} />}
      {decided === undefined && (state === 'held' ? (
        <View className='lz-row'>
          <Button grow kind='line' label='这张不行' disabled={off} onClick={() => setRefusing(true)} />
          <Button grow kind='line' label='这张可以' busy={busy} disabled={off} onClick={() => void decisions.decide(id, 'held', null)} />
        </View>
      ) : <Button kind='quiet' label={state === 'passed' ? '改为不行' : '改为可以'} busy={busy} disabled={off} onClick={() => (state === 'passed' ? setRefusing(true) : void decisions.decide(id, 'refused', null))} />)}
      {refusing && (
        <Refusing
          onClose={() => setRefusing(false)}
          onRefuse={(why) => {
            setRefusing(false);
            void decisions.decide(id, state, why);
          }}
        />
      )}
    </View>
  );
}

function State({ decided, state, reason }: { decided: Decided | undefined } & Pick<ShownPhoto, 'state' | 'reason'>) {
  if (decided === 'elsewhere') return <Tag>同事刚刚处理过了</Tag>;
  const now = decided === undefined ? state : decided === 'passed' ? 'passed' : 'refused';
  if (now === 'held') return <Tag tone='amber'>还没有看过</Tag>;
  if (now === 'passed') return <Tag tone='brand'>可以</Tag>;
  return <Tag tone='red'>{`不行：${photoReasonText(decided === undefined || decided === 'passed' ? reason : decided)}`}</Tag>;
}

function Refusing({ onRefuse, onClose }: { onRefuse: (reason: PhotoReason) => void; onClose: () => void }) {
  const [chosen, choose] = useState<PhotoReason | null>(null);
  return (
    <Sheet title='为什么这张不行' open onClose={onClose} footer={<Button grow label='这张不行' disabled={chosen === null} onClick={() => chosen && onRefuse(chosen)} />}>
      <View className='lz-mute'>店家会看到这个理由，可以换一张再传。四十天里可以改回来，以后照片删掉。</View>
      <SingleChoice label='理由' options={photoReasons} value={chosen} onChange={(code) => choose(code as PhotoReason)} />
    </Sheet>
  );
}
