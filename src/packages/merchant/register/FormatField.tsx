import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Choice } from '../../../components/Choice';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { useCatalogue } from '../../../services/catalogue';
import { CatalogueAway } from './CatalogueAway';
import { PickRow } from './PickRow';

/** What kind of outlet it is, chosen under the headings residents filter by. */
export function FormatField({ value, error, onChange }: { value: string | null; error?: string; onChange: (code: string) => void }) {
  const catalogue = useCatalogue();
  const [open, setOpen] = useState(false);
  const name = catalogue?.formats.find(({ code }) => code === value)?.name ?? (value ? '已选' : '');
  return (
    <Field label='业态' hint='选最像的一个' error={error}>
      <PickRow label='业态' value={name} placeholder='请选择' wrong={Boolean(error)} onClick={() => setOpen(true)} />
      <Sheet title='选业态' open={open} onClose={() => setOpen(false)}>
        {catalogue === null && <CatalogueAway />}
        {catalogue?.groups.map((group) => (
          <View key={group} className='lz-stack' {...a11y({ role: 'radiogroup', label: group })}>
            <View className='lz-mute'>{group}</View>
            {catalogue.formats.filter((format) => format.group === group).map((format) => (
              <Choice
                key={format.code} kind='radio' label={format.name} checked={format.code === value}
                onSelect={() => {
                  onChange(format.code);
                  setOpen(false);
                }}
              />
            ))}
          </View>
        ))}
      </Sheet>
    </Field>
  );
}
