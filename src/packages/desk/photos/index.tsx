import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { dateTime } from '../../../../domain/calendar';
import { replace } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import '../desk.scss';
import { OfficersOnly } from '../OfficersOnly';
import { PhotoCase } from '../PhotoCase';
import { usePhotoDecisions } from '../PhotoCase/usePhotoDecisions';
import { deskPages } from '../paths';

/** Photos that nobody has looked at yet, the oldest first, each with what it belongs to. */
export default function DeskPhotosPage() {
  const waiting = useCall('desk.photos', {});
  const decisions = usePhotoDecisions();
  usePull(waiting.reload);
  return (
    <Screen title='检查照片' elderSwitch>
      <OfficersOnly of={waiting}>
        {({ items, waiting: count }) => (items.length === 0 ? (
          <EmptyState icon='check' title='照片都看完了' text='店家和居民新传的照片会出现在这里。'>
            <Button kind='line' icon='refresh' label='刷新' onClick={waiting.reload} />
            <Button kind='line' icon='check-bubble' label='去审核网点' onClick={() => replace(deskPages.review)} />
          </EmptyState>
        ) : (
          <>
            <View className='lz-mute'>{count > items.length ? `共 ${count} 张等着看，先列出最早的 ${items.length} 张。` : `共 ${count} 张等着看。没看过的照片，别人看不到。`}</View>
            {items.map((item) => (
              <Card key={item.id} className='desk-roomy'>
                <View className='lz-col'>
                  <View className='lz-h desk-any'>{item.about.name}</View>
                  <View className='lz-mute'>{`${item.street.name} · ${dateTime(item.addedAt)} 传来`}</View>
                </View>
                <PhotoCase photo={item} of={item.about.name} decisions={decisions} />
              </Card>
            ))}
            {count > items.length && <Button kind='line' icon='refresh' label='看后面的' onClick={waiting.reload} />}
          </>
        ))}
      </OfficersOnly>
    </Screen>
  );
}
