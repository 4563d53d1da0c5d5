import { View } from '@tarojs/components';
import type { Catalogue } from '../../../types/contract/outlet';
import type { PaceCode } from '../../../types/contract/shared';
import { SingleChoice } from '../../components/Choice/Group';
import { Sheet } from '../../components/Sheet';
import { useCatalogue } from '../../services/catalogue';
import { setPace, usePace } from '../../services/walkFrom';

const names: Readonly<Record<PaceCode, string>> = { normal: '常速', slow: '慢行', cart: '推车' };

/** As the catalogue names it; before that is had, by the same words. */
export const paceName = (code: PaceCode, catalogue: Catalogue | null): string => catalogue?.paces.find((pace) => pace.code === code)?.name ?? names[code];

export function PaceSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const pace = usePace();
  const catalogue = useCatalogue();
  const options = (Object.keys(names) as PaceCode[]).map((code) => ({ code, text: paceName(code, catalogue), hint: catalogue?.paces.find((one) => one.code === code)?.note }));
  return (
    <Sheet title='走多快' open={open} onClose={onClose}>
      <View className='lz-mute'>步行时间按直线距离估算，只供参考。选定后会记住。</View>
      <SingleChoice
        label='步行速度' options={options} value={pace}
        onChange={(code) => {
          setPace(code as PaceCode);
          onClose();
        }}
      />
    </Sheet>
  );
}
