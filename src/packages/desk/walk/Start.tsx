import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { call } from '../../../services/call';
import { choosePoint, placeIsHere } from '../../../services/location';
import { useCall } from '../../../services/useCall';
import type { Input } from '../../../../types/contract';
import type { ApiError } from '../../../../types/errors';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { useOnce } from '../useOnce';
import { walkList } from './kept';
import { Sent } from './Sent';

/** Which outlets: of a community, or around where she is. */
export function Start({ community, outlet }: { community: string | null; outlet: string | undefined }) {
  // the communities of her own street, or of all
  const posters = useCall('desk.posters', {});
  const [chosen, setChosen] = useState(community);
  const [error, setError] = useState<ApiError | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const { busy, once } = useOnce(() => {
    setError(null);
    setSaid(null);
  });
  const load = async (around: Input<'desk.walk'>['around']) => {
    const reply = await call('desk.walk', { around, ...(outlet ? { outlet } : {}) });
    if (!reply.ok) setError(reply.error);
    else if (reply.data.items.length === 0) setSaid('这一带没有要去看的，都看过了。');
    else if (!walkList.set({ walk: reply.data, done: [], later: [] })) setSaid('手机存不下单子：关掉这一页就没有了。请先清一清手机空间。');
  };
  const around = () => once(async () => {
    const here = await choosePoint();
    if (here.ok) await load({ kind: 'point', point: { lng: here.point.lng, lat: here.point.lat } });
    else if (here.reason !== 'cancelled') setSaid('没有得到位置，不要紧：选一个社区也行。');
  });
  const start = () => (chosen === null ? setSaid('请选一个社区。') : void once(() => load({ kind: 'community', code: chosen })));
  return (
    <Screen title='上门核实' elderSwitch footer={posters.data && <Button grow label='取单子' busy={busy} onClick={start} />}>
      <Sent />
      <OfficersOnly of={posters}>
        {({ posters: rows }) => (
          <>
            <Card><View>单子取一次，存在这部手机上，断了网也能一家一家地看。看到的先记在手机上，有网络时自己发出。</View></Card>
            <Field label='看哪个社区'>
              <Chips label='看哪个社区' wrap>
                {rows.map(({ community: { code, name } }) => <Chip key={code} label={name} on={chosen === code} onToggle={() => setChosen(code)} />)}
              </Chips>
            </Field>
            <Button kind='line' icon='locate' disabled={busy} label={placeIsHere ? '看我周围的' : '看地图上一处周围的'} onClick={() => void around()} />
          </>
        )}
      </OfficersOnly>
      {said && <Notice tone='amber'>{said}</Notice>}
      {error && <Failed error={error} />}
    </Screen>
  );
}
