/** What she says of the cells before her, until it is taken: which of them, how she found them, and sending it once. */
import { useRef, useState } from 'react';
import { call } from '../../../services/call';
import { confirm } from '../../../services/notify';
import type { CheckStateName, InventoryCell } from '../../../../types/contract/inventory';
import type { ApiError } from '../../../../types/errors';
import { useFormId } from '../useFormId';
import type { Place } from './shape';

/** Formats of one community that are marked together; of a whole row there are two to choose from: its group, or all there are. */
export interface Marking {
  readonly community: Place;
  readonly choices: readonly { readonly name: string; readonly formats: readonly Place[]; readonly cells: readonly InventoryCell[] }[];
}
interface Said {
  readonly of: Marking | null;
  readonly choice: number;
  /** Codes of formats that she did not look at. */
  readonly without: readonly string[];
  readonly state: CheckStateName | null;
  readonly note: string;
  readonly error: ApiError | null;
}
const nothing = (of: Marking | null): Said => ({ of, choice: 0, without: [], state: null, note: '', error: null });

export function useMark(marking: Marking | null, onDone: () => void) {
  const [kept, setKept] = useState<Said>(nothing(marking));
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  const idOf = useFormId();
  const said = kept.of === marking ? kept : nothing(marking);
  const change = (part: Partial<Said>) => setKept({ ...said, ...part });
  const choice = marking?.choices[said.choice] ?? null;
  const formats = choice?.formats.filter(({ code }) => !said.without.includes(code)) ?? [];
  const cells = choice?.cells.filter(({ format }) => !said.without.includes(format)) ?? [];
  const empty = cells.filter(({ listed }) => listed === 0).length;

  const send = async (of: Marking, state: CheckStateName) => {
    setBusy(true);
    change({ error: null });
    const form = { community: of.community.code, formats: formats.map(({ code }) => code), state, note: said.note.trim() || null };
    const reply = await call('desk.checkInventory', { sending: idOf(form), ...form });
    setBusy(false);
    if (reply.ok) onDone();
    else change({ error: reply.error });
  };
  return {
    said, change, choice, formats, cells, empty, busy,
    save: async () => {
      if (marking === null || said.state === null || formats.length === 0 || under.current) return;
      under.current = true;
      const claims = said.state === 'checked' && empty > 0 && cells.length > 1;
      if (!claims || (await confirm({ title: '都走遍了？', text: `其中 ${empty} 种一家也没有。标成已核，就是说「${marking.community.name}没有」，会写进报表。`, yes: '走遍了', no: '再想想' }))) await send(marking, said.state);
      under.current = false;
    },
  };
}
