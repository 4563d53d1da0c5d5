import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Chip, Chips } from '../../../components/Chip';
import { useElder } from '../../../services/elder';
import { replace } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import type { Inventory } from '../../../../types/contract/inventory';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Cards } from './Cards';
import { Grid } from './Grid';
import { MarkSheet } from './MarkSheet';
import type { Pressed } from './shape';
import type { Marking } from './useMark';
import { tallyWords } from './words';

/** The table of one street, a group of formats at a time: in 长辈版 as cards, so that nothing is pushed sideways. */
export function Board() {
  const [street, setStreet] = useState<string | null>(null);
  const found = useCall('desk.inventory', street === null ? {} : { street });
  return (
    <OfficersOnly of={found} ways={<Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}>
      {(inventory) => <Found inventory={inventory} onStreet={setStreet} reload={found.reload} />}
    </OfficersOnly>
  );
}

function Found({ inventory, onStreet, reload }: { inventory: Inventory; onStreet: (code: string) => void; reload: () => void }) {
  const elder = useElder();
  const [chosen, choose] = useState<string | null>(null);
  const [marking, mark] = useState<Marking | null>(null);
  const { streets, street, groups, rows, rule } = inventory;
  const group = groups.find(({ name }) => name === chosen) ?? groups[0];
  if (!group) return null;
  const Shape = elder ? Cards : Grid;
  const open = ({ community, formats, cells }: Pressed) => {
    const all = groups.flatMap(({ formats: some }) => some);
    const row = rows.find((one) => one.community.code === community.code)?.cells ?? [];
    mark({
      community,
      choices: cells.length === 1 ? [{ name: formats[0]?.name ?? '', formats, cells }] : [{ name: group.name, formats, cells }, { name: `全部 ${all.length} 种`, formats: all, cells: row }],
    });
  };
  return (
    <>
      {streets.length > 1 && (
        <Chips label='哪个街道'>{streets.map(({ code, name }) => <Chip key={code} label={name} on={code === street.code} onToggle={() => onStreet(code)} />)}</Chips>
      )}
      <View className='lz-strong'>{tallyWords(rows.flatMap(({ cells }) => cells))}</View>
      <Chips label='哪类业态'>{groups.map(({ name }) => <Chip key={name} label={name} on={name === group.name} onToggle={() => choose(name)} />)}</Chips>
      <View className='lz-mute'>{`${elder ? '点一行，标这一种；最下面的按钮，一次标' : '点一格，标这一种；点社区名（下面是已核几种），一次标'}这个社区的一整类，或全部。只有标了已核、又一家也没有的，才算「没有」；别的空格是「还不知道」。`}</View>
      <Shape rows={rows} formats={group.formats} onMark={open} />
      <View className='lz-mute'>{`标过 ${rule.recheckDays} 天以后要复核（${rule.status}）。家数按一店多能算：兼着修鞋的便利店，修补也算一家。标记只能再标，不能删。`}</View>
      <MarkSheet marking={marking} onClose={() => mark(null)} onDone={reload} />
    </>
  );
}
