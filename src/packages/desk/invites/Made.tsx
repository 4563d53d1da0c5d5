import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { useDeviceBack } from '../../../services/deviceBack';
import { copyText } from '../../../services/share';
import type { MadeInvite } from './Make';
import '../desk.scss';
import './index.scss';

/** The one time the code is shown: two groups a line, as they are read out. */
export function Made({ invite: { code, link, expiresAt, forWhom }, onBack }: { invite: MadeInvite; onBack: () => void }) {
  useDeviceBack(onBack);
  return (
    <Screen title='邀请码' elderSwitch onBack={onBack} footer={<Button grow label='复制邀请码' onClick={() => void copyText(code)} />}>
      <Notice tone='amber'>只显示这一次，离开这一页就看不到了。请现在就抄下或复制。</Notice>
      <Card>
        <View className='lz-mute'>{`给${forWhom}`}</View>
        <View className='desk-code'>{(code.match(/[^-]+(-[^-]+)?-?/g) ?? [code]).map((part) => <View key={part}>{part}</View>)}</View>
        <View className='lz-mute'>{`${dateTime(expiresAt)} 前有效，只能用一次`}</View>
      </Card>
      <Card>
        <View className='lz-h'>对方怎么用</View>
        <View>微信里：打开「我的」，点「我有邀请码」。</View>
        <View>浏览器里：打开下面的链接。</View>
        <View className='lz-mute desk-any'>{link}</View>
        <Button kind='line' label='复制链接' onClick={() => void copyText(link)} />
      </Card>
      <Button kind='quiet' label='我记好了，回列表' onClick={onBack} />
    </Screen>
  );
}
