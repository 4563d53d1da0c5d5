import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Chip, Chips } from '../../../../components/Chip';
import { SingleChoice } from '../../../../components/Choice/Group';
import { Field, TextField } from '../../../../components/Field';
import { Screen } from '../../../../components/Screen';
import { useDeviceBack } from '../../../../services/deviceBack';
import { call } from '../../../../services/call';
import type { Output } from '../../../../../types/contract';
import type { DeskRole } from '../../../../../types/contract/shared';
import { Failed } from '../../Failed';
import { useAct } from '../../useAct';
import { useFormId } from '../../useFormId';
import { dutyName, roleWords } from '../../words';
import { Where, whereOf, type Chosen } from './Where';

export type MadeInvite = Output<'desk.invite'> & { readonly forWhom: string };

const validDays = [1, 3, 7, 30] as const;
const longestNote = 40;
const hints: Readonly<Record<DeskRole, string>> = {
  community: '只看自己社区的份数，上门核实、协助填写',
  street: '只看自己街道的份数，审自己街道的网点',
  department: '看各圈到了哪一步，记自己部门的进展',
  district: '看全区，还能发邀请码',
  administrator: '只管人：发码、结束身份、看操作记录',
};
/** As most of them are made. */
const order: readonly DeskRole[] = ['street', 'community', 'department', 'district', 'administrator'];

/** Makes one: for which role and where, and how long it may wait. */
export function Make({ may, onMade, onBack }: { may: Output<'desk.invites'>; onMade: (made: MadeInvite) => void; onBack: () => void }) {
  useDeviceBack(onBack);
  const roles = order.filter((role) => may.mayInvite.includes(role));
  const [role, setRole] = useState<DeskRole>(roles[0]!);
  const [chosen, choose] = useState<Chosen>({});
  const [days, setDays] = useState<number>(7);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, error, act } = useAct();
  const idOf = useFormId();

  const make = async () => {
    const where = whereOf(role, chosen);
    if (where === null) return setMissing(true);
    const form = { role, street: where.street?.code ?? null, community: where.community?.code ?? null, department: where.department?.code ?? null, days, note: note.trim() };
    await act(() => call('desk.invite', { id: idOf(form), ...form }), (made) => onMade({ ...made, forWhom: dutyName({ role, ...where }) }));
  };

  return (
    <Screen title='发新的邀请码' elderSwitch onBack={onBack} footer={<Button grow label='生成邀请码' busy={busy} onClick={() => void make()} />}>
      <Field label='给谁'>
        <SingleChoice
          label='给谁' value={role} onChange={(code) => { setRole(code as DeskRole); setMissing(false); }}
          options={roles.map((code) => ({ code, text: roleWords[code], hint: hints[code] }))}
        />
      </Field>
      <Where role={role} may={may} chosen={chosen} missing={missing} onChoose={(next) => { choose(next); setMissing(false); }} />
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
