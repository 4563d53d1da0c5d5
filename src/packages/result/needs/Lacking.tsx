import { View } from '@tarojs/components';
import { sourceWord } from '../../../../domain/headline';
import type { Output } from '../../../../types/contract';
import type { CircleNeedsShown } from '../../../../types/contract/circles';
import { a11y } from '../../../components/a11y';
import { Approval } from '../../../components/Approval';
import { Card } from '../../../components/Card';
import { Needs } from '../../../components/Needs';
import { asOfWords, withoutWords } from '../../../components/ReleaseSummary/words';
import { dayOf, lastDayOf } from '../../../components/Round/days';
import { DemoMark, Tag } from '../../../components/Tag';

type Release = NonNullable<Output<'survey.results'>['release']>;
interface Props {
  readonly release: Release;
  readonly circle: string;
  /** The newest release held against the inventory; null until it is known. */
  readonly held: CircleNeedsShown | null;
  /** Answers of the round's other source: apart, never added. */
  readonly beside?: boolean;
}

/** Fewer than these and nothing of a format is told, where the server did not say. */
const usually = 20;

/** What the residents of a circle said they miss, of one source. */
export function Lacking({ release: { cell, round, at, kind, demo, approval }, circle, held, beside = false }: Props) {
  const now = Date.now();
  const checks = new Map(held?.needs.map(({ format, check }) => [format, check]));
  const needs = (cell.needs ?? []).map((need) => ({ ...need, check: need.known === null ? null : checks.get(need.format) ?? null }));
  return (
    <Card>
      <View className='lz-result__head'>
        <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{beside ? `${circle}，另一种来源` : circle}</View>
        {kind === 'interim' && <Tag>阶段结果</Tag>}
        <DemoMark demo={demo} />
      </View>
      {!beside && <View className='lz-mute'>{`${round.title} · ${dayOf(round.opensAt, now)}–${lastDayOf(round.closesAt)}收的答卷，${dayOf(at, now)}公布`}</View>}
      {cell.n === null
        ? <View>{`${sourceWord(cell.source)}的答卷不到 10 份，不公布。`}</View>
        : (
          <>
            <View>{`${cell.n} 人答，${cell.source === 'drawn' ? '抽样' : '自愿参与，不代表全体居民'}。没有加权。${asOfWords(cell, (instant) => dayOf(instant, now)) ?? ''}`}</View>
            {withoutWords(cell) && <View className='lz-mute'>{withoutWords(cell)}</View>}
            <View className='lz-mute'>下面是居民怎么说的。居民说没有，不等于真的没有：有人去清点过的，才写「确缺」「有但不好」；没清点完的写「未核」。</View>
            <Needs needs={needs} knownAtLeast={held?.knownAtLeast ?? usually} />
          </>
        )}
      {!beside && <Approval of={approval} />}
    </Card>
  );
}
