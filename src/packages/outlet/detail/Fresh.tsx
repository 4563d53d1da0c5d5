import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { dayWords } from '../../../components/OutletCard/words';
import { dial } from '../../../services/phone';
import type { Outlet } from './useOutlet';

/** How new this is and who says so. */
export function Fresh({ outlet, hotline }: { outlet: Outlet; hotline: string }) {
  const year = new Date().getFullYear();
  return (
    <Card>
      <View className='lz-h'>信息新不新</View>
      <View>{outlet.verifiedOn === null ? '还没有人上门核实过，去之前最好先问一问。' : `${dayWords(outlet.verifiedOn, year)}核实过${outlet.verifiedBy ? `（${outlet.verifiedBy}）` : ''}。`}</View>
      <View className='lz-mute'>{`这些内容最近一次改动是${dayWords(outlet.changedOn, year)}。`}</View>
      {outlet.unlicensed && <View className='lz-mute'>没有执照的小修小补，由街道了解情况后列出来，方便邻里；列在这里不等于有执照。</View>}
      <View className='lz-mute'>发现写得不对、店已经关了，请打电话告诉我们。</View>
      <Button kind='quiet' icon='phone' label={`信息不对？打 ${hotline}`} onClick={() => dial(hotline)} />
    </Card>
  );
}
