import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Chip, Chips } from '../../components/Chip';
import { factWords } from '../../components/OutletCard/words';
import { Sheet } from '../../components/Sheet';
import { useCatalogue } from '../../services/catalogue';
import { change, countOf, filters, flipped, noFilters, type Filters } from './filters';

/** Every filter there is. They take effect at once; the list behind shows it. */
export function FilterSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const on = filters.use();
  const catalogue = useCatalogue();
  const sixOnes = [...new Set(catalogue?.formats.flatMap(({ sixOne }) => (sixOne ? [sixOne] : [])))] as Filters['sixOnes'];
  const footer = (
    <>
      <Button kind='line' grow label='全部清除' disabled={countOf(on) === 0} onClick={() => change({ ...noFilters, text: on.text })} />
      <Button grow label='看结果' onClick={onClose} />
    </>
  );
  return (
    <Sheet title='筛选' open={open} onClose={onClose} footer={footer}>
      <Part title='常用'>
        <Chip label='营业中' on={on.openNow} onToggle={(openNow) => change({ openNow })} />
        <Chip label='小修小补' on={on.smallRepair} onToggle={(smallRepair) => change({ smallRepair })} />
      </Part>
      <Part title='方便老人'>
        {factWords.map(({ name, yes }) => <Chip key={name} label={yes} on={on.facts.includes(name)} onToggle={() => change({ facts: flipped(on.facts, name) })} />)}
      </Part>
      {catalogue === null && <View className='lz-mute'>业态分类还没有取到，连上网后再打开看看。</View>}
      {catalogue && (
        <>
          <Part title='找哪一类'>
            {catalogue.groups.map((group) => <Chip key={group} label={group} on={on.groups.includes(group)} onToggle={() => change({ groups: flipped(on.groups, group) })} />)}
          </Part>
          <Part title='六个一'>
            {sixOnes.map((one) => {
              const names = catalogue.formats.filter(({ sixOne }) => sixOne === one).map(({ name }) => name).join('、');
              return <Chip key={one} label={`${one} ${names}`} on={on.sixOnes.includes(one)} onToggle={() => change({ sixOnes: flipped(on.sixOnes, one) })} />;
            })}
          </Part>
        </>
      )}
    </Sheet>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <View className='lz-stack'>
      <View className='lz-strong'>{title}</View>
      <Chips label={title} wrap>{children}</Chips>
    </View>
  );
}
