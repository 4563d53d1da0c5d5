import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Notice } from '../../../components/Notice';
import { deliverVisits, dismissVisit, visits } from '../../../services/visits';

/** What has not left the phone, and what was not taken and why. */
export function Sent() {
  const all = visits.use() ?? [];
  const waiting = all.filter(({ refused }) => !refused);
  return (
    <>
      {waiting.length > 0 && (
        <Notice tone='offline'>
          <View>{`有 ${waiting.length} 家记在手机上，还没有发出。有网络时会自己发。`}</View>
          <View className='lz-link' onClick={() => void deliverVisits()} {...a11y({ role: 'button' })}>现在发</View>
        </Notice>
      )}
      {all.filter(({ refused }) => refused).map(({ visit, name, error }) => (
        <Notice key={visit.id} tone='amber'>
          <View className='lz-strong desk-any'>{`「${name}」没有记上`}</View>
          <View>{error?.say}</View>
          <View className='lz-link' onClick={() => dismissVisit(visit.id)} {...a11y({ role: 'button', label: `知道了，${name}` })}>知道了</View>
        </Notice>
      ))}
    </>
  );
}
