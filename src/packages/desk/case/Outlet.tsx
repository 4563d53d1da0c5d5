import { View } from '@tarojs/components';
import { shanghaiDay } from '../../../../domain/calendar';
import type { OneCase } from '../../../../types/contract/desk';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { dayWords } from '../../../components/OutletCard/words';
import { OutletHistory } from '../../../components/OutletHistory';
import { DemoMark, Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { dial } from '../../../services/phone';
import { Row, Rows } from '../Rows';
import { Witness } from '../Witness';
import { useWitness } from '../Witness/useWitness';

const standings: Readonly<Record<OneCase['outlet']['standing'], string | null>> = { fine: null, doubted: '可能已关', hidden: '多人说关了', closed: '已撤下' };

/** The outlet as it stands, with its history: what the case is about. */
export function Outlet({ one: { outlet, history, witnessing }, reload }: { one: OneCase; reload: () => void }) {
  const witness = useWitness(outlet.listed && !outlet.own ? { of: 'outlet', id: outlet.id, name: outlet.name, witnessing: witnessing ?? null } : null, reload);
  const year = new Date().getFullYear();
  const standing = standings[outlet.standing];
  return (
    <>
      <Card className='desk-roomy'>
        <View className='lz-wrap'>
          <View className='lz-h lz-grow desk-any'>{outlet.name}</View>
          <DemoMark demo={outlet.demo} />
          {standing && <Tag tone='amber'>{standing}</Tag>}
        </View>
        <Rows>
          <Row name='业态'>{outlet.formatName}</Row>
          <Row name='地址'>{outlet.address}</Row>
          <Row name='电话'>{outlet.phone ?? '没有留'}</Row>
          <Row name='执照'>{outlet.creditCode ?? '没有填'}</Row>
          <Row name='店主'>{outlet.owned ? '有人认领或登记' : '还没有'}</Row>
          <Row name='确认'>{outlet.confirmedOn ? dayWords(outlet.confirmedOn, year) : outlet.verifiedOn ? `${dayWords(outlet.verifiedOn, year)}核实` : '没有过'}</Row>
        </Rows>
        <View className='lz-col'>
          <View className='lz-strong'>历史</View>
          <OutletHistory entries={history.map(({ at, by, act, fields }) => ({ on: shanghaiDay(Date.parse(at)), by, act, fields }))} />
        </View>
        <View className='lz-row'>
          {outlet.phone && <Button grow kind='line' icon='phone' label='打电话问' onClick={() => dial(outlet.phone!)} />}
          {outlet.listed && <Button grow kind='line' icon='shop' label='看网点' onClick={() => go('/packages/outlet/detail/index', { id: outlet.id })} />}
        </View>
      </Card>
      <Witness witness={witness} />
    </>
  );
}
