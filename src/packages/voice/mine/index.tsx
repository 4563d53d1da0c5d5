import { View } from '@tarojs/components';
import type { Output } from '../../../../types/contract';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { dayWords } from '../../../components/OutletCard/words';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { Tag } from '../../../components/Tag';
import { aspectsLine, stateWords } from '../../../components/VoiceWords';
import { confirm } from '../../../services/notify';
import { go, switchTo } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';

type Mine = Output<'voice.mine'>['reviews'][number];

/** What she wrote about outlets, what became of the words, and the way to take it back. */
export default function MyReviewsPage() {
  const mine = useCall('voice.mine', {});
  usePull(mine.reload);
  useReturned(mine.reload);
  return (
    <Screen title='我的评价' elderSwitch>
      <Loaded of={mine}>
        {({ reviews, keepMonths }) => (reviews.length === 0 ? (
          <EmptyState icon='list' title='还没有评过' text='去过哪家，打开它的页面，点「我也说说」。'>
            <Button icon='list' label='看附近的网点' onClick={() => switchTo('nearby')} />
            <HotlineButton />
          </EmptyState>
        ) : (
          <View className='lz-stack'>
            {reviews.map((review) => <One key={review.id} review={review} onGone={mine.reload} />)}
            <View className='lz-mute'>{`每份算 ${keepMonths} 个月（示例），过后自动删掉。`}</View>
          </View>
        ))}
      </Loaded>
    </Screen>
  );
}

function One({ review: { id, outlet, aspects, text, fate, counts, fixed, on, reply }, onGone }: { review: Mine; onGone: () => void }) {
  const withdrawing = useSend('voice.withdraw');
  const withdraw = async () => {
    if (!(await confirm({ title: '撤回这一份？', text: '您选的和写的都会删掉，不能找回。这半年还可以再写。', yes: '撤回', no: '留着' }))) return;
    if (await withdrawing.run({ id })) onGone();
  };
  const line = aspectsLine(aspects);
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>{outlet.name}</View>
        {fate && <Tag tone={stateWords[fate.state].tone}>{stateWords[fate.state].text}</Tag>}
      </View>
      {line !== '' && <View>{line}</View>}
      {text !== null && <View>{text}</View>}
      <View className='lz-mute'>{dayWords(on, new Date().getFullYear())}</View>
      {fate?.reason && <Notice>{fate.reason}</Notice>}
      {!counts && <View className='lz-mute'>这一份不计入合计。</View>}
      {reply && <Notice>{`店家答复：${reply.text}`}</Notice>}
      {withdrawing.error && <Notice tone='red'>{withdrawing.error.say}</Notice>}
      <View className='lz-row'>
        {fixed
          ? <Button grow kind='line' label='看网点' onClick={() => go('/packages/outlet/detail/index', { id: outlet.id })} />
          : <Button grow kind='line' label='改一改' onClick={() => go('/packages/voice/review/index', { outlet: outlet.id, name: outlet.name })} />}
        <Button grow kind='quiet' label='撤回' busy={withdrawing.busy} onClick={() => void withdraw()} />
      </View>
    </Card>
  );
}
