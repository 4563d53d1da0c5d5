import { View } from '@tarojs/components';
import { PlaceList } from '../../../components/PlaceList';
import { Screen } from '../../../components/Screen';
import { backOrHome } from '../../../services/navigate';
import { rememberPlace, usePlace } from '../../../services/place';

/** Choosing another community: remembered, then back to where she came from. */
export default function PickPage() {
  const place = usePlace();
  return (
    <Screen title='选社区' elderSwitch>
      <View className='lz-mute'>选您住的社区。不用登录，也不用开定位。</View>
      <PlaceList
        chosen={place?.community?.code}
        onPick={(picked) => {
          rememberPlace(picked);
          backOrHome();
        }}
      />
    </Screen>
  );
}
