import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { Registration } from '../../../../types/contract/merchant';
import type { ShownPhoto } from '../../../../types/contract/photos';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { DemoMark, Tag, type Tone } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { OwnPhotos } from './OwnPhotos';

const states: Readonly<Record<Registration['state'], { readonly text: string; readonly tone: Tone }>> = {
  pending: { text: '待审', tone: 'amber' },
  approved: { text: '已通过', tone: 'brand' },
  returned: { text: '退回', tone: 'red' },
};

/** One registration: how it stands, why it came back, and what can be done now. */
export function RegistrationCard({ registration, photos, formatName }: { registration: Registration; photos: readonly ShownPhoto[]; formatName: string }) {
  const { id, state, draft, reason, submittedAt, decidedAt, outlet, demo } = registration;
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>{draft.name}</View>
        <DemoMark demo={demo} />
        <Tag tone={states[state].tone}>{states[state].text}</Tag>
      </View>
      <View className='lz-mute'>{formatName === '' ? draft.address : `${formatName} · ${draft.address}`}</View>
      <View className='lz-wrap lz-mute'>
        <View>{`${dateTime(submittedAt)} 提交`}</View>
        {decidedAt !== null && <View>{`${dateTime(decidedAt)} 审核`}</View>}
      </View>
      {state === 'pending' && <View className='lz-mute'>{outlet === null ? '街道正在看，通过后就会出现在「附近」里。' : '街道正在看这次修改，通过前「附近」里还是原来的内容。'}</View>}
      {reason !== null && <Notice tone={state === 'returned' ? 'amber' : 'info'}><View className='lz-strong'>{state === 'returned' ? '退回原因' : '街道留言'}</View><View>{reason}</View></Notice>}
      <OwnPhotos of={draft.photos ?? []} photos={photos} />
      <View className='lz-row mine-ways'>
        {state === 'returned' && <Button grow kind='line' icon='edit' label='修改再提交' onClick={() => go('/packages/merchant/register/index', { id })} />}
        {outlet !== null && <Button grow kind='line' icon='shop' label='看网点' onClick={() => go('/packages/outlet/detail/index', { id: outlet })} />}
        {state === 'approved' && outlet !== null && <Button grow kind='line' icon='edit' label='改信息' onClick={() => go('/packages/merchant/register/index', { outlet })} />}
      </View>
    </Card>
  );
}
