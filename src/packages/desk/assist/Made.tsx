import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { copyText } from '../../../services/share';
import type { Output } from '../../../../types/contract';
import { QrCode } from '../QrCode';
import '../desk.scss';

export type MadeAssist = Output<'desk.assist'>;

/** The one time the link is shown: the helper scans it, or opens it. */
export function Made({ assist: { community, title, link, modules, most, until }, onBack }: { assist: MadeAssist; onBack: () => void }) {
  return (
    <Screen title='协助链接' elderSwitch onBack={onBack} footer={<Button grow label='复制链接' onClick={() => void copyText(link)} />}>
      <Notice tone='amber'>只显示这一次，离开这一页就看不到了。</Notice>
      <Card>
        <View className='lz-h'>{community.name}</View>
        <View className='lz-mute'>{title}</View>
        <View className='lz-mute'>{`最多帮 ${most} 位，${dateTime(until)}截止`}</View>
        <QrCode modules={modules} label={`${community.name}协助填写的二维码`} />
        <View className='lz-mute desk-any'>{link}</View>
      </Card>
      <Card>
        <View className='lz-h'>去帮忙的人怎么用</View>
        <View>用微信或手机相机扫上面的码，一位一位地填。</View>
        <View>填完把回执号和撤回码抄给老人，再帮下一位。</View>
        <View>老人手里有信的，用信上的码填，那一份才算抽样。</View>
      </Card>
      <Button kind='quiet' label='我记好了，回列表' onClick={onBack} />
    </Screen>
  );
}
