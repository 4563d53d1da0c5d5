import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Icon } from '../../../../components/Icon';
import { Screen } from '../../../../components/Screen';
import { EmptyState } from '../../../../components/StateView';
import { DemoMark, Tag } from '../../../../components/Tag';
import { go, replace } from '../../../../services/navigate';
import { useReturned } from '../../../../services/returned';
import { useCall } from '../../../../services/useCall';
import type { QueueItem } from '../../../../../types/contract/desk';
import { DeskBar } from '../../DeskBar';
import '../../desk.scss';
import { OfficersOnly } from '../../OfficersOnly';
import { deskPages } from '../../paths';
import { noteWaiting } from '../../waiting';
import { waited } from '../../words';

/** All that wait, the oldest first. */
export function List() {
  const queue = useCall('desk.queue', {});
  useReturned(queue.reload);
  const count = queue.data?.waiting;
  useEffect(() => {
    if (count !== undefined) noteWaiting(count);
  }, [count]);
  return (
    <Screen title='审核网点' bar={<DeskBar current='review' />}>
      <OfficersOnly of={queue}>
        {({ items, waiting }) =>
          items.length === 0 ? (
            <EmptyState icon='check' title='都审完了' text='有新的登记会出现在这里，等得最久的排在最前。'>
              <Button kind='line' icon='refresh' label='刷新' onClick={queue.reload} />
              <Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />
            </EmptyState>
          ) : (
            <>
              <View className='lz-mute'>{waiting > items.length ? `共 ${waiting} 件等着，先列出最早的 ${items.length} 件。` : `共 ${waiting} 件等着，等得最久的在最前。`}</View>
              {items.map((item) => <Waiting key={item.registration.id} item={item} />)}
            </>
          )
        }
      </OfficersOnly>
    </Screen>
  );
}

function Waiting({ item: { registration, community, formatName, waitingHours, similar } }: { item: QueueItem }) {
  return (
    <Card row onClick={() => go(deskPages.review, { id: registration.id })}>
      <View className='lz-grow lz-col'>
        <View className='lz-row lz-row--top'>
          <View className='lz-h lz-grow desk-any'>{registration.draft.name}</View>
          <DemoMark demo={registration.demo} />
        </View>
        <View className='lz-mute'>{`${community.name} · ${formatName}`}</View>
        <View className='lz-wrap'>
          <Tag>{waited(waitingHours)}</Tag>
          {registration.revision > 1 && <Tag tone='brand'>改过再送</Tag>}
          {similar.length > 0 && <Tag tone='amber'>附近有名字相似的</Tag>}
        </View>
      </View>
      <Icon name='next' size='small' />
    </Card>
  );
}
