import { View } from '@tarojs/components';
import type { Fact, Facts } from '../../../../types/contract/shared';
import { Chip, Chips } from '../../../components/Chip';
import { Field } from '../../../components/Field';
import { factWords } from '../../../components/OutletCard/words';

const answers: readonly { readonly code: Fact; readonly text: string }[] = [{ code: 'yes', text: '是' }, { code: 'no', text: '不是' }, { code: 'unknown', text: '不清楚' }];

/** What matters to the old. Not clear is an answer too, and is shown as 未知. */
export function FactsField({ value, onChange }: { value: Facts; onChange: (facts: Facts) => void }) {
  return (
    <Field label='方便老人' hint='按实际选，邻居最看重这些'>
      {factWords.map(({ name, ask }) => (
        <View key={name} className='reg-fact'>
          <View className='lz-grow'>{ask}</View>
          <Chips label={ask} wrap>
            {answers.map(({ code, text }) => <Chip key={code} label={text} on={value[name] === code} onToggle={() => onChange({ ...value, [name]: code })} />)}
          </Chips>
        </View>
      ))}
    </Field>
  );
}
