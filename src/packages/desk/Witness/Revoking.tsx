import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { TextArea } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { Failed } from '../Failed';
import type { Subject, WitnessOf } from './useWitness';

/** Why a witness should not stand; whoever owns the outlet reads it. */
export function Revoking({ of, witness: { subject, revoke, revoking }, onClose }: { of: Subject['of']; witness: WitnessOf; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const send = async () => {
    if (why.trim() === '') setMissing(true);
    else if (await revoke(of, why.trim())) onClose();
  };
  return (
    <Sheet title='收回社区见证' open onClose={onClose} footer={<Button grow label='收回' busy={revoking.busy} onClick={() => void send()} />}>
      <View className='lz-mute'>{of === 'outlet' ? `「${subject?.name ?? ''}」还在地图上，页面改写「还没有上门见证」，历史里记着，店主会收到消息。` : '登记还在，可以再上门、再见证。对方会收到消息。'}</View>
      <TextArea
        label='为什么收回' error={missing ? '请写一句为什么收回，让对方知道。' : null} value={why} longest={100} placeholder='比如：照片是旁边的摊'
        onChange={(text) => { setWhy(text); setMissing(false); }}
      />
      {revoking.error && <Failed error={revoking.error} />}
    </Sheet>
  );
}
