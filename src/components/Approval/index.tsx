import { View } from '@tarojs/components';
import type { Approval as Marks } from '../../../types/contract/shared';
import { approvalLines } from './words';

/** 表号 and so on, where the survey has them. */
export function Approval({ of }: { of: Marks | undefined }) {
  return <>{approvalLines(of).map((line) => <View key={line} className='lz-mute'>{line}</View>)}</>;
}
