/** What can be done with a list that waits. What was decided shows at once, and goes back if the server did not take it. */
import { useRef, useState } from 'react';
import { call } from '../../../services/call';
import { confirm } from '../../../services/notify';
import type { Reply, ApiError } from '../../../../types/errors';
import type { ImportList, ImportRow } from '../../../../types/contract/export';

/** Loading 20,000 rows takes its time. */
const patience = 120_000;
type Choice = 'list' | 'kept';
interface Choices { readonly all: Choice | null; readonly lines: ReadonlyMap<number, Choice> }
const none: Choices = { all: null, lines: new Map() };

export function useActs(id: string, reload: () => void) {
  const [list, setList] = useState<ImportList | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState<'load' | 'compare' | 'drop' | Choice | null>(null);
  const [chosen, setChosen] = useState<Choices>(none);
  const under = useRef(false);

  const act = async (what: NonNullable<typeof busy>, work: () => Promise<Reply<{ list: ImportList }>>): Promise<boolean> => {
    if (under.current) return false;
    under.current = true;
    setBusy(what);
    setError(null);
    const reply = await work();
    under.current = false;
    setBusy(null);
    if (reply.ok) setList(reply.data.list);
    else {
      setError(reply.error);
      // somebody else may have loaded it or given it up
      if (reply.error.code === 'import_over') {
        setList(null);
        reload();
      }
    }
    return reply.ok;
  };

  return {
    list, error, busy,
    choices: { of: ({ line, choice }: ImportRow): ImportRow['choice'] => chosen.lines.get(line) ?? chosen.all ?? choice },
    choose: async (line: number | null, choice: Choice) => {
      if (!(await act(choice, () => call('export.choose', { id, line, choice })))) return;
      setChosen((before) => (line === null ? { all: choice, lines: new Map() } : { ...before, lines: new Map(before.lines).set(line, choice) }));
    },
    compare: async () => {
      if (await act('compare', () => call('export.compare', { id }, { patience }))) setChosen(none);
    },
    load: () => act('load', () => call('export.load', { id }, { patience })),
    drop: async () => {
      if (await confirm({ title: '放弃这张名单？', text: '名单的内容会删掉，网点不动。改好的表格可以再上传。', yes: '放弃', no: '再看看' })) await act('drop', () => call('export.drop', { id }));
    },
  };
}
export type Acts = ReturnType<typeof useActs>;
