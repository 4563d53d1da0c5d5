import { View } from '@tarojs/components';
import { monthDay, shanghaiDay } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { TextArea } from '../../../components/Field';
import { PhotoField } from '../../../components/PhotoField';
import { Failed } from '../Failed';
import type { WitnessOf } from './useWitness';

const longest = 100;

/** What was seen there, a photo, and until when it will hold. */
export function Writing({ witness: { subject, typed, problems, days, change, close, give, setUnsent, giving } }: { witness: WitnessOf }) {
  const until = shanghaiDay(Date.now() + days * 86_400_000);
  return (
    <>
      <TextArea label='上门看到的' error={problems.reason} value={typed.reason} longest={longest} placeholder='比如：在小区门口修鞋二十年，邻居都认得' onChange={(reason) => change({ reason })} />
      <PhotoField key={subject?.id} label='见证照片' hint='只给工作人员看。别拍到别人的脸、车牌和证件。' error={problems.photo} purpose='witness' most={1} value={typed.photos} onUnsent={setUnsent} onChange={(photos) => change({ photos })} />
      <View className='lz-mute'>{`有效 ${days} 天（示例），到 ${until.slice(0, 4)}年${monthDay(until)}，到期前再来一次。`}</View>
      {giving.error && <Failed error={giving.error} />}
      <Button label='记下见证' busy={giving.busy} onClick={() => void give()} />
      <Button kind='quiet' label='先不写' disabled={giving.busy} onClick={close} />
    </>
  );
}
