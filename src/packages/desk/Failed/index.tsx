import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Notice } from '../../../components/Notice';
import { useHotline } from '../../../services/hotline';
import { dial } from '../../../services/phone';
import type { ApiError } from '../../../../types/errors';

/** Why the last press did not go through, with a human to call; what was typed stays. */
export function Failed({ error }: { error: ApiError }) {
  const hotline = useHotline();
  return (
    <Notice tone='red'>
      <View>{error.say}</View>
      <View className='lz-link' onClick={() => dial(hotline)} {...a11y({ role: 'button' })}>{`打电话问 ${hotline}`}</View>
    </Notice>
  );
}
