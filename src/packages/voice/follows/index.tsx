import { View } from '@tarojs/components';
import type { ShownFollow } from '../../../../types/contract/voice';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { dayWords } from '../../../components/OutletCard/words';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { Tag } from '../../../components/Tag';
import { go, switchTo } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import { PushCard } from './PushCard';

/** What she follows, and the way to end each. */
export default function FollowsPage() {
  const followed = useCall('voice.follows', {});
  usePull(followed.reload);
  useReturned(followed.reload);
  const more = <Button kind='line' label='等一种店开在附近' onClick={() => go('/packages/voice/follow/index')} />;
  return (
    <Screen title='我关注的' elderSwitch>
      <Loaded of={followed}>
        {({ follows, pushTemplate, consents, months, mostOutlets, mostFormats, status }) => (follows.length === 0 ? (
          <EmptyState icon='list' title='还没有关注' text='在网点的页面点「关注」，它变了、关了会告诉您。也可以等一种店开在附近。'>
            <Button label='等一种店开在附近' onClick={() => go('/packages/voice/follow/index')} />
            <Button kind='line' icon='list' label='看附近的网点' onClick={() => switchTo('nearby')} />
            <HotlineButton />
          </EmptyState>
        ) : (
          <View className='lz-stack'>
            {follows.map((one) => <One key={one.id} one={one} onGone={followed.reload} />)}
            <PushCard template={pushTemplate} consents={consents} onGiven={followed.reload} />
            {more}
            <View className='lz-mute'>{`最多 ${mostOutlets} 家、${mostFormats} 种店（${status}）。满 ${months} 个月自动停。点「清除我的草稿和回执」，这里也一起清掉。`}</View>
          </View>
        ))}
      </Loaded>
    </Screen>
  );
}

function One({ one: { id, what, until }, onGone }: { one: ShownFollow; onGone: () => void }) {
  const ending = useSend('voice.unfollow');
  const end = async () => { if (await ending.run({ id })) onGone(); };
  return (
    <Card>
      {what.kind === 'outlet' ? (
        <>
          <View className='lz-wrap'>
            <View className='lz-h lz-grow'>{what.outlet.name}</View>
            {!what.listed && <Tag tone='amber'>已撤下</Tag>}
          </View>
          <View className='lz-mute'>{what.outlet.address}</View>
        </>
      ) : (
        <>
          <View className='lz-h'>{what.format}</View>
          <View className='lz-mute'>{`离${what.place}走路 ${what.minutes} 分钟以内，有了告诉我`}</View>
        </>
      )}
      <View className='lz-mute'>{`到 ${dayWords(until, new Date().getFullYear())}为止`}</View>
      {ending.error && <Notice tone='red'>{ending.error.say}</Notice>}
      <View className='lz-row'>
        {what.kind === 'outlet' && what.listed && <Button grow kind='line' label='看网点' onClick={() => go('/packages/outlet/detail/index', { id: what.outlet.id })} />}
        <Button grow kind='quiet' label='不再关注' busy={ending.busy} onClick={() => void end()} />
      </View>
    </Card>
  );
}
