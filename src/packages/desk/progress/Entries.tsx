import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Icon, type IconName } from '../../../components/Icon';
import { Tag } from '../../../components/Tag';
import { go, replace } from '../../../services/navigate';
import type { Progress } from '../../../../types/contract/desk';
import { deskPages } from '../paths';

/** The other work of the day. */
export function Entries({ progress: { waiting, scope } }: { progress: Progress }) {
  return (
    <View className='lz-stack'>
      <Entry icon='check-bubble' title='审核网点' text='店家送来的登记' tag={waiting > 0 ? `${waiting} 件等着` : '都审完了'} amber={waiting > 0} onClick={() => replace(deskPages.review)} />
      <Entry icon='print' title='打印海报' text='各社区的二维码，A4 一张' onClick={() => replace(deskPages.posters)} />
      <Entry icon='person' title='协助填写' text='帮没有手机的人填，做一个链接' onClick={() => go(deskPages.assist)} />
      {scope.role === 'district' && <Entry icon='list' title='居民留言' text='问卷最后一题写的话，至少十条一批' onClick={() => go(deskPages.remarks)} />}
      {scope.role === 'district' && <Entry icon='plus' title='发邀请码' text='让同事登记成工作人员' onClick={() => go(deskPages.invites)} />}
    </View>
  );
}

function Entry({ icon, title, text, tag, amber, onClick }: { icon: IconName; title: string; text: string; tag?: string; amber?: boolean; onClick: () => void }) {
  return (
    <Card row onClick={onClick}>
      <Icon name={icon} />
      <View className='lz-grow'>
        <View className='lz-h'>{title}</View>
        <View className='lz-mute'>{text}</View>
      </View>
      {tag && <Tag tone={amber ? 'amber' : 'plain'}>{tag}</Tag>}
      <Icon name='next' size='small' />
    </Card>
  );
}
