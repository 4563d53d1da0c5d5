import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { CommunitySheet } from '../../components/CommunitySheet';
import { Notice } from '../../components/Notice';
import { Sheet } from '../../components/Sheet';
import { choosePoint, placeIsHere } from '../../services/location';
import { usePlace } from '../../services/place';
import { walkFrom, type WalkFrom } from '../../services/walkFrom';

/** Her own community, another one, or a place she picks. Location is asked for only when she taps for it. */
export function OriginSheet({ open, onClose, from }: { open: boolean; onClose: () => void; from: WalkFrom | null }) {
  const home = usePlace()?.community ?? null;
  const [listing, setListing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const done = (picked: Parameters<typeof walkFrom>[0]) => {
    walkFrom(picked, home?.code ?? '');
    setListing(false);
    setProblem(null);
    onClose();
  };
  async function pick() {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const located = await choosePoint();
    setBusy(false);
    if (located.ok) done({ origin: { kind: 'point', point: located.point }, name: located.name || '您选的位置' });
    else if (located.reason !== 'cancelled') setProblem(located.reason === 'denied' ? '没有得到位置授权，不要紧：可以选一个社区当出发点。' : '没有找到位置，不要紧：可以选一个社区当出发点。');
  }
  return (
    <>
      <Sheet title='从哪里出发' open={open && !listing} onClose={onClose}>
        {home && from?.picked && <Button kind='line' icon='home' label={`回到${home.name}`} onClick={() => done(null)} />}
        <Button kind='line' icon='locate' busy={busy} label={placeIsHere ? '用我现在的位置' : '在地图上选位置'} onClick={() => void pick()} />
        <Button kind='line' icon='list' label='选一个社区' onClick={() => setListing(true)} />
        {problem && <Notice tone='amber'>{problem}</Notice>}
        <View className='lz-mute'>选的位置只用来算步行时间，关掉就忘，不会保存。</View>
      </Sheet>
      <CommunitySheet
        title='从哪个社区出发' open={open && listing} chosen={from?.origin.kind === 'community' ? from.origin.code : null}
        onClose={() => {
          setListing(false);
          onClose();
        }}
        onChoose={(community) => done(community.code === home?.code ? null : { origin: { kind: 'community', code: community.code }, name: community.name })}
      />
    </>
  );
}
