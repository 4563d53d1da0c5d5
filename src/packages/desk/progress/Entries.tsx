import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Icon, type IconName } from '../../../components/Icon';
import { Tag } from '../../../components/Tag';
import { go, replace } from '../../../services/navigate';
import type { Progress } from '../../../../types/contract/desk';
import { deskPages } from '../paths';

/** The other work of the day. */
export function Entries({ progress: { waiting, scope } }: { progress: Progress }) {
  // a community worker goes and looks; the street decides
  const decides = scope.role !== 'community';
  return (
    <View className='lz-stack'>
      {decides && <Entry icon='home' title='生活圈总览' text='八个圈的类型、满意度、缺项和期限' onClick={() => go(deskPages.circles)} />}
      {decides && <Entry icon='check-bubble' title='待办' text='登记、认领、居民反映' tag={waiting > 0 ? `${waiting} 件等着` : '都办完了'} amber={waiting > 0} onClick={() => replace(deskPages.review)} />}
      {decides && <Entry icon='search' title='检查照片' text='店家和居民传的照片，看过才公开' onClick={() => go(deskPages.photos)} />}
      {decides && <Entry icon='shop' title='重复的网点' text='两条像是同一家的，合并或分开' onClick={() => go(deskPages.duplicates)} />}
      <Entry icon='check' title='清点' text='哪些社区、哪些业态去看过；新鲜度、进图率、连锁化率' onClick={() => go(deskPages.inventory)} />
      <Entry icon='locate' title='上门核实' text='一家一家去看，断了网也能用' onClick={() => go(deskPages.walk)} />
      <Entry icon='print' title='打印海报' text='各社区的二维码，A4 一张' onClick={() => replace(deskPages.posters)} />
      <Entry icon='person' title='协助填写' text='帮没有手机的人填，做一个链接' onClick={() => go(deskPages.assist)} />
      {!decides && <Entry icon='edit' title='填人口这些数' text='只有社区知道的数，写明来源和日期' onClick={() => go(deskPages.entered)} />}
      {scope.role === 'district' && <Entry icon='list' title='居民留言' text='问卷最后一题写的话，至少十条一批' onClick={() => go(deskPages.remarks)} />}
      {scope.role === 'district' && <Entry icon='shop' title='普查名单' text='上传摸排表，比对后载入；导出网点' onClick={() => go(deskPages.import)} />}
      {decides && <Entry icon='plus' title='发邀请码' text='让同事登记成工作人员' onClick={() => go(deskPages.invites)} />}
      {scope.role === 'district' && <Entry icon='list' title='操作记录' text='谁在什么时候做了什么，改不了' onClick={() => go(deskPages.audit)} />}
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
