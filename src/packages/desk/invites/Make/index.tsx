import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Chip, Chips } from '../../../../components/Chip';
import { SingleChoice } from '../../../../components/Choice/Group';
import { Field, TextField } from '../../../../components/Field';
import { Screen } from '../../../../components/Screen';
import { Loaded } from '../../../../components/StateView/Loaded';
import { call } from '../../../../services/call';
import { useDeviceBack } from '../../../../services/deviceBack';
import { uuid } from '../../../../services/ids';
import { useCall } from '../../../../services/useCall';
import type { Input, Output } from '../../../../../types/contract';
import type { DeskRole } from '../../../../../types/contract/shared';
import type { ApiError } from '../../../../../types/errors';
import { Failed } from '../../Failed';
import { dutyName } from '../../words';

export type MadeInvite = Output<'desk.invite'> & { readonly forWhom: string };

const validDays = [1, 3, 7, 30] as const;
const longestNote = 40;

/** Makes one: for which role and street, and how long it may wait. */
export function Make({ onMade, onBack }: { onMade: (made: MadeInvite) => void; onBack: () => void }) {
  const places = useCall('survey.places', {}, { cacheKey: 'all' });
  useDeviceBack(onBack);
  const [role, setRole] = useState<DeskRole>('street');
  const [street, setStreet] = useState<{ code: string; name: string } | null>(null);
  const [days, setDays] = useState<number>(7);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const under = useRef(false);
  const sent = useRef<{ readonly id: string; readonly form: string } | null>(null);
  /** Sending again after a lost reply must not make a second one; a form that was changed since is another. */
  const idOf = (form: Input<'desk.invite'>): string => {
    const text = JSON.stringify(form);
    if (sent.current?.form !== text) sent.current = { id: uuid(), form: text };
    return sent.current.id;
  };

  const make = async () => {
    if (under.current) return;
    if (role === 'street' && street === null) {
      setMissing(true);
      return;
    }
    under.current = true;
    setBusy(true);
    setError(null);
    const form = { role, street: role === 'street' ? street?.code ?? null : null, days, note: note.trim() };
    const reply = await call('desk.invite', { id: idOf(form), ...form });
    under.current = false;
    setBusy(false);
    if (reply.ok) onMade({ ...reply.data, forWhom: dutyName(role, street) });
    else setError(reply.error);
  };

  return (
    <Screen title='发新的邀请码' elderSwitch onBack={onBack} footer={<Button grow label='生成邀请码' busy={busy} onClick={() => void make()} />}>
      <Field label='给谁'>
        <SingleChoice
          label='给谁' value={role} onChange={(code) => setRole(code as DeskRole)}
          options={[
            { code: 'street', text: '街道专干', hint: '只看自己街道的份数，审自己街道的网点' },
            { code: 'district', text: '专班人员', hint: '看全区，还能发邀请码' },
          ]}
        />
      </Field>
      {role === 'street' && (
        <Loaded of={places} cards={1}>
          {({ streets }) => (
            <Field label='哪个街道' error={missing ? '请选一个街道。' : null}>
              <Chips label='哪个街道' wrap>
                {streets.map(({ code, name }) => <Chip key={code} label={name} on={street?.code === code} onToggle={() => { setStreet({ code, name }); setMissing(false); }} />)}
              </Chips>
            </Field>
          )}
        </Loaded>
      )}
      <Field label='几天内有效'>
        <Chips label='几天内有效' wrap>
          {validDays.map((count) => <Chip key={count} label={`${count} 天`} on={days === count} onToggle={() => setDays(count)} />)}
        </Chips>
      </Field>
      <TextField label='备注' optional hint='给自己看的，如「便民服务大厅」。请不要写姓名和电话。' value={note} longest={longestNote} onChange={setNote} />
      {error && <Failed error={error} />}
      <Card><View className='lz-mute'>邀请码只能用一次。请当面或用工作群私下给本人，不要发到大群里。</View></Card>
    </Screen>
  );
}
