import { useState } from 'react';
import { CommunitySheet } from '../../../components/CommunitySheet';
import { Field } from '../../../components/Field';
import { useCall } from '../../../services/useCall';
import { PickRow } from './PickRow';

/** The community it lies in; its street reviews it. */
export function CommunityField({ value, error, onChange }: { value: string | null; error?: string; onChange: (code: string) => void }) {
  const places = useCall('survey.places', {}, { cacheKey: 'all' });
  const [open, setOpen] = useState(false);
  const street = places.data?.streets.find(({ communities }) => communities.some(({ code }) => code === value));
  const community = street?.communities.find(({ code }) => code === value);
  return (
    <Field label='所在社区' error={error}>
      <PickRow label='所在社区' value={community && street ? `${street.name} ${community.name}` : value ? '已选' : ''} placeholder='请选择' wrong={Boolean(error)} onClick={() => setOpen(true)} />
      <CommunitySheet
        title='选所在社区' open={open} chosen={value} onClose={() => setOpen(false)}
        onChoose={({ code }) => {
          onChange(code);
          setOpen(false);
        }}
      />
    </Field>
  );
}
