import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { WideTable } from '../../../components/WideTable';
import { useElder } from '../../../services/elder';
import type { Overview } from '../../../../types/contract/circles';
import { presenceTag, shortCircle, type Presence } from './words';

const order: readonly Presence[] = ['there', 'unverified', 'none', 'unchecked'];

/** Which circle has which format: a table; in 长辈版 a list for each circle, so that nothing is pushed sideways. */
export function Formats({ overview: { circles, formats } }: { overview: Overview }) {
  const elder = useElder();
  return (
    <Card>
      <View className='lz-h'>各圈有哪些业态</View>
      <View className='lz-mute'>有：至少一家核实过。待核实：有，还没人去看过。没有：每个社区都清点过，一家也没有。未核：还没清点完。</View>
      {elder ? circles.map((circle) => (
        <View key={circle.id} className='circles-target'>
          <View className='lz-strong'>{circle.name}</View>
          {order.map((presence) => {
            const names = formats.filter((format) => (format.presence[circle.id] ?? 'unchecked') === presence).map(({ name }) => name);
            return names.length > 0 && <View key={presence}>{`${presenceTag[presence].text}（${names.length}）：${names.join('、')}`}</View>;
          })}
        </View>
      )) : (
        <WideTable
          label='各圈的业态' corner='业态' columns={circles.map(({ id, name }) => ({ key: id, name: shortCircle(name) }))}
          rows={formats.map(({ code, name, basic, presence }) => ({
            key: code, name: basic ? name : `${name}*`,
            cells: circles.map(({ id }) => {
              const { text, tone } = presenceTag[presence[id] ?? 'unchecked'];
              return { key: id, text, show: <Tag tone={tone}>{text}</Tag> };
            }),
          }))}
        />
      )}
      {!elder && <View className='lz-mute'>带 * 的是品质提升类，其余是基本保障类。</View>}
    </Card>
  );
}
