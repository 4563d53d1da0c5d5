import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { OneCase } from '../../../../types/contract/desk';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { kindWords } from '../../../components/CorrectionKinds';
import { Notice } from '../../../components/Notice';
import { Photos } from '../../../components/Photos';
import { confirm } from '../../../services/notify';
import { go } from '../../../services/navigate';
import { useSend } from '../../../services/useSend';
import { Failed } from '../Failed';
import { deskPages } from '../paths';
import { Refusing } from './Refusing';

/** What residents say of this outlet, and what turned out: closed, mended, or not so. All that are shown are decided together. */
export function Reports({ one: { outlet, reports, reasons }, onDone, reload }: { one: OneCase; onDone: (text: string) => void; reload: () => void }) {
  const [refusing, setRefusing] = useState(false);
  const deciding = useSend('desk.decideCorrection');
  const own = outlet.own || reports.some((report) => report.own);
  const decide = async (decision: 'closed' | 'fixed' | 'refuse', reasonCode: string | null, reason: string | null) => {
    const sent = await deciding.run({ outlet: outlet.id, ids: reports.map(({ id }) => id), decision, reasonCode, reason });
    if (sent) onDone(decision === 'closed' ? '已撤下，都告诉了' : '已处理，都告诉了');
    else reload();
  };
  const close = async () => {
    if (await confirm({ title: `撤下「${outlet.name}」？`, text: '居民在地图上就看不到它了。办错了可以撤回。', yes: '撤下', no: '再看看' })) await decide('closed', null, null);
  };
  return (
    <>
      {reports.map(({ id, kind, note, photos, submittedAt }) => (
        <Card key={id}>
          <View className='lz-strong'>{kindWords(kind)}</View>
          {note !== null && <View className='desk-any'>{note}</View>}
          {photos.length > 0 && <Photos whole pictures={photos.map((photo) => ({ id: photo.id, src: photo.link, label: '居民拍的照片' }))} />}
          <View className='lz-mute'>{dateTime(submittedAt)}</View>
        </Card>
      ))}
      {deciding.error && <Failed error={deciding.error} />}
      {own && <Notice tone='amber'>这件事和您自己有关，请让同事来处理。</Notice>}
      {!own && (refusing
        ? <Refusing reasons={reasons} busy={deciding.busy} onBack={() => setRefusing(false)} onSend={(code, words) => void decide('refuse', code, words)} />
        : (
          <View className='lz-stack'>
            <Button label='核实了，已经关了：撤下' busy={deciding.busy} onClick={() => void close()} />
            {outlet.listed && <Button kind='line' icon='edit' label='说得对，我来改' disabled={deciding.busy} onClick={() => go(deskPages.edit, { outlet: outlet.id })} />}
            <Button kind='line' label='已经改好了' disabled={deciding.busy} onClick={() => void decide('fixed', null, null)} />
            <Button kind='line' label='不是这样，或核实不了' disabled={deciding.busy} onClick={() => setRefusing(true)} />
          </View>
        ))}
    </>
  );
}
