import { View } from '@tarojs/components';
import type { Cell, Distribution } from '../../../../types/contract/results';
import { a11y } from '../../../components/a11y';
import { Bars, type Bar } from '../../../components/Bars';
import { Card } from '../../../components/Card';
import { asOfWords } from '../../../components/ReleaseSummary/words';
import { dayOf } from '../../../components/Round/days';
import { Fold } from './Fold';

/** How each question was answered. The headline question comes first and stands open. */
export function Distributions({ of, cell }: { of: readonly Distribution[]; /** The figure that they belong to. */ cell: Cell }) {
  const now = Date.now();
  const first = of.find(isScale);
  if (of.length === 0) return <Card><View className='lz-mute'>每一题都不到 10 人答，所以不列各题怎么答的。</View></Card>;
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>各题怎么答的</View>
      <View className='lz-mute'>{`点一道题展开。不到 10 人答的题不列。${asOfWords(cell, (instant) => dayOf(instant, now)) ?? ''}`}</View>
      {(first ? [first, ...of.filter((one) => one !== first)] : of).map((one) => (
        <Fold key={one.question} title={one.text} open={one === first}>
          <View className='lz-mute'>{`${one.n} 人答了这一题${one.options.reduce((sum, { share }) => sum + share, 0) > 1.005 ? '，可多选，合计会超过 100%' : ''}`}</View>
          <Bars label={one.text} bars={bars(one)} />
        </Fold>
      ))}
    </Card>
  );
}

/** The first question on the scale is the headline: 总的来说. */
const isScale = ({ options }: Distribution) => options.some(({ code }) => code === 'very-satisfied');

/** The scale runs from brand to red; the words say the same. Other questions have one colour. */
const tones: Readonly<Record<string, Bar['tone']>> = { neutral: 'mid', dissatisfied: 'amber', 'very-dissatisfied': 'red', unclear: 'plain' };

function bars(of: Distribution): Bar[] {
  const scale = isScale(of);
  return of.options.map(({ code, text, share }) => ({ label: text, share, tone: scale ? tones[code] ?? 'brand' : 'brand' }));
}
