import { View } from '@tarojs/components';
import { groupedCode } from '../../../../domain/codes';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { Tag } from '../../../components/Tag';
import { go, replace } from '../../../services/navigate';
import { useReturned } from '../../../services/returned';
import { canPrint, printPage } from '../../../services/print';
import { useCall } from '../../../services/useCall';
import type { Output } from '../../../../types/contract';
import { DeskBar } from '../DeskBar';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { PostedSeal } from './PostedSeal';

type PosterRow = Output<'desk.posters'>['posters'][number];

/** Which community has a valid code; each opens its poster. */
export default function PostersPage() {
  const posters = useCall('desk.posters', {});
  useReturned(posters.reload);
  return (
    <Screen title='海报' bar={<DeskBar current='posters' />}>
      <OfficersOnly of={posters}>
        {({ posters: rows, seal }) =>
          rows.length === 0 ? (
            <EmptyState icon='qr' title='还没有社区' text='您负责的街道下还没有录入社区。请联系区商务局专班。'>
              <Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />
            </EmptyState>
          ) : (
            <>
              <View className='lz-mute lz-off-paper'>点一个社区，打开它的 A4 海报。贴在电梯口、楼道口、活动室门口。</View>
              {byStreet(rows).map(({ street, rows: communities }) => (
                <View key={street} className='lz-stack'>
                  <View className='lz-h'>{street}</View>
                  {communities.map((row) => <Community key={row.community.code} row={row} />)}
                </View>
              ))}
              {seal && <PostedSeal seal={seal} />}
              {canPrint && <View className='lz-off-paper'><Button kind='line' icon='print' label='打印这张清单' onClick={printPage} /></View>}
            </>
          )
        }
      </OfficersOnly>
    </Screen>
  );
}

function Community({ row: { community, circles, scene } }: { row: PosterRow }) {
  return (
    <Card row onClick={() => go(deskPages.poster, { community: community.code })}>
      <View className='lz-grow lz-col'>
        <View className='lz-h'>{community.name}</View>
        <View className='lz-mute'>{circles.length > 0 ? circles.join('、') : '还没有归入生活圈（待核）'}</View>
        <View className='lz-wrap'><Tag tone={scene === null ? 'plain' : 'brand'}>{scene === null ? '还没有编号，打开就生成' : `海报编号 ${groupedCode(scene)}`}</Tag></View>
      </View>
      <View className='lz-off-paper'><Icon name='next' size='small' /></View>
    </Card>
  );
}

function byStreet(rows: readonly PosterRow[]): { street: string; rows: PosterRow[] }[] {
  const streets = new Map<string, PosterRow[]>();
  for (const row of rows) streets.set(row.street.name, [...(streets.get(row.street.name) ?? []), row]);
  return [...streets].map(([street, list]) => ({ street, rows: list }));
}
