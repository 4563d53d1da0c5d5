import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Chip, Chips } from '../../../components/Chip';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { useCatalogue } from '../../../services/catalogue';
import { CatalogueAway } from './CatalogueAway';
import { PickRow } from './PickRow';

const most = 12;

/** 一店多能: what else can be had there. */
export function ServicesField({ value, error, onChange }: { value: readonly string[]; error?: string; onChange: (codes: string[]) => void }) {
  const catalogue = useCatalogue();
  const [open, setOpen] = useState(false);
  const named = catalogue?.services.filter(({ code }) => value.includes(code)).map(({ name }) => name).join('、') ?? '';
  const parts = [{ title: '小修小补', small: true }, { title: '其他便民服务', small: false }];
  const flip = (code: string) => {
    if (value.includes(code)) onChange(value.filter((other) => other !== code));
    else if (value.length < most) onChange([...value, code]);
  };
  return (
    <Field label='还能办什么' optional hint='一店多能，邻居搜得到' error={error}>
      <PickRow label='还能办什么' value={named || (value.length > 0 ? `已选 ${value.length} 项` : '')} placeholder='可选多项，没有就不选' wrong={Boolean(error)} onClick={() => setOpen(true)} />
      <Sheet title='还能办什么' open={open} onClose={() => setOpen(false)} footer={<Button grow label='选好了' onClick={() => setOpen(false)} />}>
        {catalogue === null && <CatalogueAway />}
        <View className='lz-mute'>{value.length < most ? `已选 ${value.length} 项，最多 ${most} 项` : `已选满 ${most} 项，要换请先去掉一项`}</View>
        {catalogue && parts.map(({ title, small }) => (
          <View key={title} className='lz-stack'>
            <View className='lz-strong'>{title}</View>
            <Chips label={title} wrap>
              {catalogue.services.filter((service) => service.smallRepair === small).map(({ code, name }) => <Chip key={code} label={name} on={value.includes(code)} onToggle={() => flip(code)} />)}
            </Chips>
          </View>
        ))}
      </Sheet>
    </Field>
  );
}
