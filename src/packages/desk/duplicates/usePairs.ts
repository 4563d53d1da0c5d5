/** Which pair is looked at, what was done with those before it, and which of the two would stay. */
import { useRef, useState } from 'react';
import type { DuplicatePair } from '../../../../types/contract/pairs';
import { call } from '../../../services/call';
import { uuid } from '../../../services/ids';
import { confirm } from '../../../services/notify';
import { useScroll } from '../../../services/scroll';
import { useAct } from '../useAct';

const keyOf = ({ sides }: DuplicatePair) => sides.map(({ id }) => id).join();

export function usePairs(all: readonly DuplicatePair[], reload: () => void) {
  const { busy, error, act } = useAct();
  const [over, setOver] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<{ readonly pair: string; readonly id: string } | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly undo?: readonly string[] } | null>(null);
  /** One for each pair, so that sending twice merges once. */
  const ids = useRef(new Map<string, string>());
  const scroll = useScroll();
  const open = all.filter((pair) => !over.includes(keyOf(pair)));
  const pair = open[0] ?? null;
  const stays = pair === null ? null : chosen?.pair === keyOf(pair) ? chosen.id : pair.stays;

  const pass = (text: string | null, undo?: readonly string[]) => {
    if (pair) setOver([...over, keyOf(pair)]);
    setSaid(text === null ? null : { text, ...(undo ? { undo } : {}) });
    scroll.toTop();
  };
  const again = () => {
    setOver([]);
    setSaid(null);
    reload();
    scroll.toTop();
  };
  const idOf = (key: string) => {
    const id = ids.current.get(key) ?? uuid();
    ids.current.set(key, id);
    return id;
  };

  return {
    pair, stays, busy, error, said, again,
    left: open.length,
    place: all.length - open.length + 1,
    choose: (id: string) => pair && setChosen({ pair: keyOf(pair), id }),
    skip: () => pass(null),
    apart: async () => {
      if (!pair) return;
      const outlets = pair.sides.map(({ id }) => id);
      await act(() => call('desk.keepApart', { outlets, apart: true }), () => pass(`「${pair.sides[0]!.name}」和「${pair.sides[1]!.name}」记为两家，以后不再问。`, outlets));
    },
    undoApart: async () => {
      if (!said?.undo) return;
      await act(() => call('desk.keepApart', { outlets: [...said.undo!], apart: false }), again);
    },
    merge: async () => {
      const [kept, gone] = pair ? [pair.sides.find(({ id }) => id === stays)!, pair.sides.find(({ id }) => id !== stays)!] : [];
      if (!pair || !kept || !gone) return;
      await act(
        () => call('desk.merge', { id: idOf(`${kept.id} ${gone.id}`), kept: kept.id, gone: gone.id }),
        () => {
          pass(`已合并，地图上留下「${kept.name}」。`);
          reload();
        },
        () => confirm({ title: '合并成一家？', text: `留下「${kept.name}」（${kept.address}）。「${gone.name}」不再单独显示，它有而这家没写的会补上。以后可以撤回。`, yes: '合并', no: '再看看' }),
      );
    },
  };
}
