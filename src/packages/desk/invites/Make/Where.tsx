import { Chip, Chips } from '../../../../components/Chip';
import { Field } from '../../../../components/Field';
import { Loaded } from '../../../../components/StateView/Loaded';
import { useCall } from '../../../../services/useCall';
import type { Output } from '../../../../../types/contract';
import type { DeskRole } from '../../../../../types/contract/shared';

interface Named { readonly code: string; readonly name: string }
/** What was picked so far, kept while another role is looked at. */
export interface Chosen { readonly street?: Named; readonly community?: Named; readonly department?: Named }

/** The place that the role asks for; null while it is not picked. */
export const whereOf = (role: DeskRole, { street, community, department }: Chosen) => {
  const where = { street: role === 'street' ? street ?? null : null, community: role === 'community' ? community ?? null : null, department: role === 'department' ? department ?? null : null };
  const asked = role === 'street' || role === 'community' || role === 'department';
  return asked && where[role] === null ? null : where;
};

/** Which street, community or department; nothing for the roles of the whole district. */
export function Where({ role, may: { streets: within, departments }, chosen, missing, onChoose }: { role: DeskRole; may: Output<'desk.invites'>; chosen: Chosen; missing: boolean; onChoose: (chosen: Chosen) => void }) {
  const places = useCall('survey.places', {}, { cacheKey: 'all' });
  const pick = (what: keyof Chosen, label: string, options: readonly Named[]) => (
    <Field label={label} error={missing ? `请选${label.replace('哪', '一')}。` : null}>
      <Chips label={label} wrap>
        {options.map(({ code, name }) => <Chip key={code} label={name} on={chosen[what]?.code === code} onToggle={() => onChoose({ ...chosen, [what]: { code, name } })} />)}
      </Chips>
    </Field>
  );
  if (role === 'department') return pick('department', '哪个部门', departments);
  if (role !== 'street' && role !== 'community') return null;
  return (
    <Loaded of={places} cards={1}>
      {({ streets }) => {
        const mine = streets.filter(({ code }) => within === null || within.includes(code));
        if (role === 'street') return pick('street', '哪个街道', mine);
        const street = mine.find(({ code }) => code === chosen.street?.code) ?? (mine.length === 1 ? mine[0] : undefined);
        return (
          <>
            {mine.length > 1 && pick('street', '哪个街道', mine)}
            {street && pick('community', '哪个社区', street.communities)}
          </>
        );
      }}
    </Loaded>
  );
}
