import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { DemoMark } from '../../../components/Tag';
import { useCall } from '../../../services/useCall';
import type { Indicators } from '../../../../types/contract/inventory';
import { OfficersOnly } from '../OfficersOnly';
import { countWords, figureWords } from './words';
import './index.scss';

/** Freshness, share on the map, share of chains; each with its n, what is unknown, and what it means. */
export function Figures() {
  const found = useCall('desk.indicators', {});
  return <OfficersOnly of={found}>{(it) => <Found indicators={it} />}</OfficersOnly>;
}

type Definition = Indicators['definitions'][number];

function Found({ indicators: { definitions, whole, streets, formats, checked, demo, status } }: { indicators: Indicators }) {
  const [code, choose] = useState<Definition['code']>('fresh');
  const chosen = definitions.find((one) => one.code === code) ?? definitions[0];
  if (!chosen) return null;
  const told = formats.filter(({ figures }) => figures.listed.n > 0);
  return (
    <>
      <Chips label='哪个指标' wrap>{definitions.map((one) => <Chip key={one.code} label={one.name} on={one.code === chosen.code} onToggle={() => choose(one.code)} />)}</Chips>
      <Card>
        <View className='lz-wrap'><View className='lz-h'>{chosen.name}</View><DemoMark demo={demo} /></View>
        <View className='lz-big'>{figureWords(whole[chosen.code])}</View>
        <View>{countWords(whole[chosen.code])}</View>
        <View className='lz-mute'>{`算法：${chosen.formula}。来源：${chosen.source}。${chosen.code === 'fresh' ? `天数是${status}。` : ''}`}</View>
        <View className='lz-mute'>{`名单全不全，看清点：${checked.of} 格里 ${checked.cells} 格已核（没有过期）。`}</View>
      </Card>
      <Card>
        <View className='lz-h'>清点到哪里了</View>
        {streets.map(({ code: of, name, checked: { cells, of: all } }) => (
          <View key={of} className='inv-line'><View className='lz-grow'>{name}</View><View className='lz-num'>{`${all} 格里已核 ${cells}`}</View></View>
        ))}
      </Card>
      {streets.length > 1 && <Lines title='按街道' lines={streets} code={chosen.code} />}
      <Lines title='按业态' lines={told} code={chosen.code} />
      {told.length < formats.length && <View className='lz-mute'>{`另有 ${formats.length - told.length} 种业态，名单里一家也没有。`}</View>}
    </>
  );
}

function Lines({ title, lines, code }: { title: string; lines: Indicators['formats']; code: Definition['code'] }) {
  return (
    <Card>
      <View className='lz-h'>{title}</View>
      <View {...a11y({ role: 'table', label: title })}>
        {lines.map((line) => (
          <View key={line.code} className='inv-line' {...a11y({ role: 'row' })}>
            <View className='lz-grow' {...a11y({ role: 'rowheader' })}>{line.name}</View>
            <View className='inv-figure' {...a11y({ role: 'cell' })}>
              <View className='lz-strong lz-num'>{figureWords(line.figures[code])}</View>
              <View className='lz-mute lz-num'>{countWords(line.figures[code])}</View>
            </View>
          </View>
        ))}
      </View>
    </Card>
  );
}
