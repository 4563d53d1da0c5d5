import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RemarkReason } from '../../../../types/contract/desk';
import { Button } from '../../../components/Button';
import { SingleChoice } from '../../../components/Choice/Group';
import { Sheet } from '../../../components/Sheet';
import { reasons } from './words';

/** Why a text is not made public: one of a few reasons, so that none repeats what it hides. */
export function Refusing({ onRefuse, onClose }: { onRefuse: (reason: RemarkReason) => void; onClose: () => void }) {
  const [chosen, choose] = useState<RemarkReason | null>(null);
  return (
    <Sheet title='为什么不公开' open onClose={onClose} footer={<Button grow label='不公开' disabled={chosen === null} onClick={() => chosen && onRefuse(chosen)} />}>
      <View className='lz-mute'>批评、抱怨不是理由。不公开的，这里不再显示，不能改回来；谁定的、什么理由，记入审计。</View>
      <SingleChoice label='理由' options={reasons} value={chosen} onChange={(code) => choose(code as RemarkReason)} />
    </Sheet>
  );
}
