import { View } from '@tarojs/components';
import type { Session } from '../../../types/contract/survey';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { go } from '../../services/navigate';

/** Quiet ways to the desk and to one's own outlets, for those who have them. */
export function DeskRows({ session }: { session: Session }) {
  const duty = session.roles.find(({ role }) => role !== 'oversight');
  const oversees = session.roles.some(({ role }) => role === 'oversight');
  return (
    <>
      {duty && <Row title='工作台' text={duty.role === 'district' ? '区商务局专班' : duty.street?.name ?? '街道'} page='/packages/desk/progress/index' />}
      {oversees && <Row title='有人要求怎么填' text='居民点的反映，只给上级监督单位看' page='/packages/desk/pressure/index' />}
      {session.merchant && <Row title='我的网点' text='审核进度和修改' page='/packages/merchant/mine/index' />}
    </>
  );
}

function Row({ title, text, page }: { title: string; text: string; page: string }) {
  return (
    <Card row onClick={() => go(page)}>
      <View className='lz-grow'>
        <View className='lz-strong'>{title}</View>
        <View className='lz-mute'>{text}</View>
      </View>
      <Icon name='next' size='small' />
    </Card>
  );
}
