import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { dayWords } from '../../../components/OutletCard/words';
import { OutletHistory } from '../../../components/OutletHistory';
import { Tag, type Tone } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import type { Outlet } from './useOutlet';

type Upkeep = NonNullable<Outlet['upkeep']>;
const ages: Readonly<Record<Upkeep['freshness'], { readonly text: string; readonly tone: Tone }>> = {
  fresh: { text: '新', tone: 'brand' }, ageing: { text: '有些旧了', tone: 'amber' }, stale: { text: '待确认', tone: 'amber' },
};

/** How new this is, who says so, and what happened to it; the way to say that it is wrong, or hers. */
export function Fresh({ outlet }: { outlet: Outlet }) {
  const { upkeep } = outlet;
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h'>信息新不新</View>
        {upkeep && <Tag tone={ages[upkeep.freshness].tone}>{ages[upkeep.freshness].text}</Tag>}
      </View>
      {upkeep && upkeep.standing !== 'fine' && <Notice tone='amber'>{upkeep.standing === 'hidden' ? '好几位居民说这家已经关了，还没有核实。去之前先打电话。' : '有居民说这家可能关了，还没有核实。'}</Notice>}
      <View>{confirmedWords(outlet)}</View>
      {outlet.unlicensed && <View className='lz-mute'>没有执照的小修小补，由街道了解情况后列出来，方便邻里；列在这里不等于有执照。</View>}
      {upkeep && <OutletHistory entries={upkeep.history} />}
      <Button kind='line' icon='warn' label='信息不对，告诉街道' onClick={() => go('/packages/outlet/report/index', { outlet: outlet.id, name: outlet.name })} />
      {upkeep && !outlet.mine && <Button kind='quiet' icon='shop' label={upkeep.unowned ? '这是我的店，认领' : '这其实是我的店'} onClick={() => go('/packages/merchant/claim/index', { outlet: outlet.id, name: outlet.name })} />}
    </Card>
  );
}

const confirmedWords = ({ upkeep, verifiedOn, verifiedBy }: Outlet): string => {
  const year = new Date().getFullYear();
  const confirmed = upkeep?.confirmed ?? null;
  if (confirmed !== null && (verifiedOn === null || confirmed.on >= verifiedOn)) return `${dayWords(confirmed.on, year)}${confirmed.by === 'owner' ? '店主' : '工作人员'}确认还在营业。`;
  if (verifiedOn === null) return '还没有人上门核实过，去之前最好先问一问。';
  return `${dayWords(verifiedOn, year)}核实过${verifiedBy ? `（${verifiedBy}）` : ''}。`;
};
