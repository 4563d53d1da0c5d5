import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { a11y } from '../../components/a11y';
import { CommunitySheet } from '../../components/CommunitySheet';
import type { DraftCommunity } from '../../services/answers/draft';

/** Her community: known from the poster or from what she picked, and hers to change. */
export function CommunityQuestion({ label, community, placedBy, onChoose }: { label: string; community: DraftCommunity; /** Why it is not hers to change: a letter or a helper's link says which it is. */ placedBy: 'letter' | 'assist' | null; onChoose: (community: DraftCommunity) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <View className='lz-stack'>
      <View {...a11y({ role: 'radiogroup', label })}>
        <Choice kind='radio' label={community.name} hint={placedBy === 'letter' ? '信是寄到这个社区的' : placedBy === 'assist' ? '协助链接是给这个社区的' : '您扫码或选过的社区，已替您填上'} checked onSelect={() => undefined} />
      </View>
      {placedBy === null && (
        <>
          <Button kind='line' label='不是这里，换一个' onClick={() => setOpen(true)} />
          <CommunitySheet
            title='您所在的社区' open={open} chosen={community.code} onClose={() => setOpen(false)}
            onChoose={(chosen) => {
              setOpen(false);
              onChoose(chosen);
            }}
          />
        </>
      )}
    </View>
  );
}
