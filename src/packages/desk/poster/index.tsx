import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { call } from '../../../services/call';
import { replace, useQuery } from '../../../services/navigate';
import { confirm } from '../../../services/notify';
import { useCall } from '../../../services/useCall';
import type { ApiError } from '../../../../types/errors';
import type { Poster } from '../../../../types/contract/desk';
import '../desk.scss';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { OntoPaper } from './OntoPaper';
import { Sheet } from './Sheet';

/** A community's poster: to print, and to give a new code. */
export default function PosterPage() {
  const { community } = useQuery();
  const poster = useCall('desk.poster', community ? { community } : null);
  const list = <Button kind='line' icon='list' label='看海报列表' onClick={() => replace(deskPages.posters)} />;
  const unknown = poster.error?.code === 'value_invalid' || poster.error?.code === 'unknown_place';
  if (!community || unknown) {
    const [title, text] = unknown ? ['没有这个社区', '链接里的社区代码不对，可能抄漏了数字。请从海报列表里选。'] : ['先选一个社区', '每个社区的海报不一样。'];
    return <Screen title='打印海报'><EmptyState icon='qr' title={title} text={text}>{list}</EmptyState></Screen>;
  }
  return (
    <Screen title='打印海报' elderSwitch footer={poster.data && <OntoPaper poster={poster.data} />}>
      <OfficersOnly of={poster} ways={list}>
        {(it) => (
          <>
            <Sheet poster={it} />
            <View className='lz-off-paper'><Renew poster={it} reload={poster.reload} /></View>
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}

/** A lost or copied code is called in and the next one made. */
function Renew({ poster: { community, scene }, reload }: { poster: Poster; reload: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  /** The code that was made here: said only once the poster above carries it, or the old one might be printed. */
  const [renewed, setRenewed] = useState<string | null>(null);
  const under = useRef(false);
  const renew = async () => {
    if (under.current) return;
    under.current = true;
    const sure = await confirm({
      title: `给${community.name}换新码？`,
      text: '已经贴出去的旧海报马上失效：再扫会先看到社区列表，要自己选一下。换好后请把新海报贴上。',
      yes: '换新码', no: '不换',
    });
    if (sure) {
      setBusy(true);
      setError(null);
      setRenewed(null);
      const reply = await call('desk.renewPoster', { community: community.code, scene });
      setBusy(false);
      if (reply.ok) setRenewed(reply.data.scene);
      // a colleague, or a press whose answer was lost, renewed it already: what is shown was the old code
      else setError(reply.error);
      if (reply.ok || reply.error.code === 'decided_already') reload();
    }
    under.current = false;
  };
  return (
    <Card className='desk-roomy'>
      {renewed === scene && <Notice>新码已换好，上面就是新海报。旧海报请撕下来。</Notice>}
      {error && <Failed error={error} />}
      <View className='lz-h'>海报丢了，或被人翻拍乱贴？</View>
      <View className='lz-mute'>换一个新码，旧海报就不再指向这个社区。平时不用换。</View>
      <Button kind='danger' icon='refresh' label='换新码' busy={busy} onClick={() => void renew()} />
    </Card>
  );
}
