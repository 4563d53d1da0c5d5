import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Output } from '../../../types/contract';
import type { RememberedPlace } from '../../services/place';
import { useCall } from '../../services/useCall';
import { a11y } from '../a11y';
import { Icon } from '../Icon';
import { SearchField } from '../Field';
import { EmptyState, HotlineButton } from '../StateView';
import { Loaded } from '../StateView/Loaded';
import { matching } from './matching';
import './index.scss';

export type Street = Output<'survey.places'>['streets'][number];

/** All streets with their communities, to find one's own: by opening the street, or by writing a part of the name. The phone number stands at its end. */
export function PlaceList({ onPick, chosen }: { onPick: (place: RememberedPlace) => void; chosen?: string | null }) {
  const places = useCall('survey.places', {}, { cacheKey: 'all' });
  return <Loaded of={places} cards={4}>{({ streets }) => <Found streets={streets} onPick={onPick} chosen={chosen ?? null} />}</Loaded>;
}

interface FoundProps { readonly streets: readonly Street[]; readonly chosen: string | null; readonly onPick: (place: RememberedPlace) => void }

function Found({ streets, chosen, onPick }: FoundProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<string | null>(() => streets.find((street) => street.communities.some(({ code }) => code === chosen))?.code ?? null);
  const searching = text.trim() !== '';
  const found = matching(streets, text);
  return (
    <>
      <SearchField label='搜社区' placeholder='搜社区或街道，如「南苑」' value={text} onChange={setText} onSubmit={() => undefined} />
      {found.length === 0 && (
        <EmptyState icon='search' title='没有找到这个社区' text='换一两个字试试，或者清空后按街道找。' />
      )}
      {found.map((street) => {
        const shown = searching || street.code === open;
        return (
          <View key={street.code} className='lz-rows'>
            <View className='lz-rows__row' onClick={() => setOpen(shown ? null : street.code)} {...a11y({ role: 'button', expanded: shown })}>
              <View className='lz-grow'>
                <View className='lz-strong'>{street.name}</View>
                <View className='lz-mute'>{`${street.communities.length} 个社区`}</View>
              </View>
              {!searching && <View className='lz-mute'>{shown ? '收起' : '展开'}</View>}
            </View>
            {shown && street.communities.flatMap((community) => rows(community).map((row) => (
              <View
                key={`${community.code}${row.circle}`}
                className='lz-rows__row'
                onClick={() => onPick({ circle: row.circle, circleName: row.circleName, community: { code: community.code, name: community.name } })}
                {...a11y({ role: 'link' })}
              >
                <View className='lz-grow'>
                  <View>{community.name}</View>
                  <View className='lz-mute'>{row.circleName}</View>
                </View>
                {community.code === chosen && <View className='lz-mute'>现在的</View>}
                <Icon name='next' size='small' />
              </View>
            )))}
            {shown && street.communities.filter(({ circles }) => circles.length === 0).map(({ code, name }) => (
              <View key={code} className='lz-rows__row lz-places__none'>{`${name}：还没有划入生活圈（待核）`}</View>
            ))}
          </View>
        );
      })}
      <HotlineButton />
    </>
  );
}

/** A community that lies in two circles stands there twice, once for each. */
const rows = ({ circles }: Street['communities'][number]) => circles.map(({ id, name }) => ({ circle: id, circleName: name }));
