import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { Chip, Chips } from '../../components/Chip';
import { classes } from '../../components/classes';
import { SearchField } from '../../components/Field';
import { factWords } from '../../components/OutletCard/words';
import { useElder } from '../../services/elder';
import { change, countOf, filters, flipped } from './filters';
import { FilterSheet } from './FilterSheet';

const pause = 400;

/** The search box, the chips most used, and the way to all the others. */
export function Seek() {
  const on = filters.use();
  const elder = useElder();
  const [typed, setTyped] = useState(on.text);
  const [open, setOpen] = useState(false);
  const count = countOf(on);
  /** What was last asked for from here: only what others changed is taken over, or a letter typed meanwhile would be lost. */
  const mine = useRef(on.text);
  const seek = (text: string) => {
    mine.current = text;
    change({ text });
  };
  useEffect(() => {
    if (on.text === mine.current) return;
    mine.current = on.text;
    setTyped(on.text);
  }, [on.text]);
  useEffect(() => {
    if (typed === on.text) return undefined;
    const timer = setTimeout(() => seek(typed), typed === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [typed, on.text]);
  // in large letters four chips fill two rows; the others are behind 筛选
  const facts = elder ? factWords.slice(0, 2) : factWords;
  return (
    <>
      <View className='near-search'>
        <View className='lz-grow'>
          <SearchField label='搜索网点' value={typed} onChange={setTyped} onSubmit={() => seek(typed)} placeholder={elder ? '店名或服务' : '搜「裁缝」或 caifeng'} />
        </View>
        <View className={classes('near-all', count > 0 && 'near-all--on')} onClick={() => setOpen(true)} {...a11y({ role: 'button' })}>{count > 0 ? `筛选 ${count}` : '筛选'}</View>
      </View>
      <Chips label='常用筛选'>
        <Chip label='营业中' on={on.openNow} onToggle={(openNow) => change({ openNow })} />
        <Chip label='小修小补' on={on.smallRepair} onToggle={(smallRepair) => change({ smallRepair })} />
        {facts.map(({ name, yes }) => <Chip key={name} label={yes} on={on.facts.includes(name)} onToggle={() => change({ facts: flipped(on.facts, name) })} />)}
      </Chips>
      <FilterSheet open={open} onClose={() => setOpen(false)} />
    </>
  );
}
