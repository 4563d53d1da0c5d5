import { useState } from 'react';
import { Chip, Chips } from '../../../components/Chip';
import { Screen } from '../../../components/Screen';
import { Board } from './Board';
import { Figures } from './Figures';

/** What was checked, community by community, and the numbers about the inventory itself. */
export default function InventoryPage() {
  const [view, setView] = useState<'board' | 'figures'>('board');
  return (
    <Screen title='清点' elderSwitch>
      <Chips label='看什么'>
        <Chip label='清点表' on={view === 'board'} onToggle={() => setView('board')} />
        <Chip label='指标' on={view === 'figures'} onToggle={() => setView('figures')} />
      </Chips>
      {view === 'board' ? <Board /> : <Figures />}
    </Screen>
  );
}
