import { View } from '@tarojs/components';
import { useCall } from '../../services/useCall';
import { a11y } from '../a11y';
import { Choice } from '../Choice';
import { Sheet } from '../Sheet';
import { Loaded } from '../StateView/Loaded';

export interface NamedCommunity {
  readonly code: string;
  readonly name: string;
}
interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly chosen: string | null;
  readonly onClose: () => void;
  readonly onChoose: (community: NamedCommunity) => void;
}

/** Every community under its street, to choose one. */
export function CommunitySheet({ title, open, chosen, onClose, onChoose }: Props) {
  const places = useCall('survey.places', open ? {} : null, { cacheKey: 'all' });
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <Loaded of={places}>
        {({ streets }) => streets.map((street) => (
          <View key={street.code} className='lz-stack' {...a11y({ role: 'radiogroup', label: street.name })}>
            <View className='lz-mute'>{street.name}</View>
            {street.communities.map(({ code, name }) => (
              <Choice key={code} kind='radio' label={name} checked={code === chosen} onSelect={() => onChoose({ code, name })} />
            ))}
          </View>
        ))}
      </Loaded>
    </Sheet>
  );
}
