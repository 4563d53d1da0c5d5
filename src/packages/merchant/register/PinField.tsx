import { useState } from 'react';
import { View } from '@tarojs/components';
import { straightMetres } from '../../../../domain/geometry';
import type { Draft } from '../../../../types/contract/merchant';
import { gcj02 } from '../../../../types/units';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { OutletMap } from '../../../components/OutletMap';
import { choosePoint, placeIsHere } from '../../../services/location';
import { useCall } from '../../../services/useCall';

interface Props {
  readonly community: string | null;
  readonly value: Draft['point'] | null;
  readonly error?: string;
  /** `address` where the picker knows one. */
  readonly onChange: (point: Draft['point'], address?: string) => void;
}
/** Enough neighbours to find one's way by, on a picture without streets. */
const neighbours = 40;
/** Metres from the middle of the community; beyond it a pin more likely slipped than stands where the shop is. */
const far = 3000;

/** Where it is: tapped on the picture, or where one stands. Location is asked for only by a tap, and nothing needs it. */
export function PinField({ community, value, error, onChange }: Props) {
  const around = useCall('outlet.nearby', community ? { origin: { kind: 'community', code: community }, most: neighbours } : null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const centre = around.data?.origin ?? null;
  const metres = centre && value && straightMetres(gcj02(centre.point.lng, centre.point.lat), gcj02(value.lng, value.lat));
  async function locate() {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const located = await choosePoint();
    setBusy(false);
    if (located.ok) onChange({ lng: located.point.lng, lat: located.point.lat }, located.address);
    else if (located.reason !== 'cancelled') setProblem('没有得到位置，不要紧：在图上点一下，或先放在社区中心。');
  }
  return (
    <Field label='位置' hint={community ? '在图上点一下您的店，图钉可以再移。圆点是附近已有的网点。' : '先选社区，再在图上点位置。'} error={error}>
      {centre && (
        <OutletMap
          label='选位置的示意图：点一下放图钉。不方便点的，用下面的按钮。' origin={{ ...centre.point, name: centre.name }}
          points={around.data?.items ?? []} rings={[]} selected={null} picked={value} onPick={onChange}
        />
      )}
      <View {...a11y({ role: 'status' })} className={value ? 'lz-strong' : 'lz-mute'}>{value ? '图钉已放好 ✓' : '还没有放图钉'}</View>
      {centre && metres !== null && metres > far && (
        <Notice tone='amber'>{`图钉离${centre.name}中心有 ${Math.round(metres / 1000)} 公里，请看看是不是点错了，或者社区选错了。`}</Notice>
      )}
      {problem && <Notice tone='amber'>{problem}</Notice>}
      <Button kind='line' icon='locate' busy={busy} label={placeIsHere ? '用我现在的位置' : '打开地图选位置'} onClick={() => void locate()} />
      {centre && (metres === null || metres > far) && <Button kind='quiet' label='先放在社区中心，请街道核对' onClick={() => onChange(centre.point)} />}
    </Field>
  );
}
