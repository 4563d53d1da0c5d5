import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { describeWeek } from '../../../../domain/hours';
import type { DuplicatePair, PairSide } from '../../../../types/contract/pairs';
import { Card } from '../../../components/Card';
import { SingleChoice } from '../../../components/Choice/Group';
import { classes } from '../../../components/classes';
import { Button } from '../../../components/Button';
import { DemoMark, Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { samenessWords } from '../words';

const none = '没有写';
const dayOf = (day: string | null) => (day === null ? '没有核实过' : fullDateTime(day).split(' ')[0] ?? day);
/** What is compared, in the order in which it tells most. */
const lines: readonly { readonly name: string; readonly of: (side: PairSide) => string }[] = [
  { name: '店名', of: ({ name }) => name },
  { name: '地址', of: ({ address }) => address },
  { name: '社区', of: ({ community }) => community.name },
  { name: '业态', of: ({ format, services }) => [format, ...services].join('、') },
  { name: '电话', of: ({ phone }) => phone ?? none },
  { name: '信用代码', of: ({ creditCode }) => creditCode ?? none },
  { name: '营业时间', of: ({ hours }) => (hours === null ? none : describeWeek(hours).map(({ days, text }) => `${days} ${text}`).join('；')) },
  { name: '店主', of: ({ owned }) => (owned ? '已有店主' : '还没人认领') },
  { name: '核实', of: ({ verifiedOn, confirmedOn }) => dayOf(confirmedOn ?? verifiedOn) },
];

/** What one side does not say differs from nothing. */
const compared = (a: string, b: string): string => (a === b ? (a === none ? '都没有写' : '一样') : a === none || b === none ? '有一边没写' : '不一样');

/** Both entries line by line; what differs is marked by a word as well as by weight. */
export function Pair({ pair: { sides, level, score, reasons }, stays, onStays }: { pair: DuplicatePair; stays: string | null; onStays: (id: string) => void }) {
  const [left, right] = sides as [PairSide, PairSide];
  return (
    <>
      <Card className='desk-roomy'>
        <View className='lz-wrap'>
          <Tag tone={level === 'possible' ? 'plain' : 'amber'}>{`${samenessWords[level]}，${score} 分`}</Tag>
          <DemoMark demo={left.demo || right.demo} />
        </View>
        <View>{reasons.join('，')}</View>
        {lines.map(({ name, of }) => {
          const [a, b] = [of(left), of(right)];
          const word = compared(a, b);
          const differs = word === '不一样';
          return (
            <View key={name} className='desk-pair__line'>
              <View className='lz-mute'>{`${name}（${word}）`}</View>
              <View className='desk-pair__sides'>
                <View className={classes('desk-pair__side', differs && 'lz-strong')}>{a}</View>
                <View className={classes('desk-pair__side', differs && 'lz-strong')}>{b}</View>
              </View>
            </View>
          );
        })}
        <View className='desk-pair__sides'>
          {[left, right].map(({ id }, i) => <View key={id} className='desk-pair__side'><Button kind='line' label={i === 0 ? '看左边' : '看右边'} onClick={() => go('/packages/outlet/detail/index', { id })} /></View>)}
        </View>
      </Card>
      <Card className='desk-roomy'>
        <View className='lz-col'>
          <View className='lz-h'>是同一家的话，留下哪一条？</View>
          <View className='lz-mute'>另一条不再单独显示，它有而留下的没写的会补上；两边的记录都在，以后可以撤回。</View>
        </View>
        <SingleChoice
          label='留下哪一条' value={stays} onChange={onStays}
          options={[left, right].map(({ id, name, address }, i) => ({ code: id, text: `${i === 0 ? '左边' : '右边'}：${name}`, hint: address }))}
        />
      </Card>
    </>
  );
}
