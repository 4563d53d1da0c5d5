import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Notice } from '../../../../components/Notice';
import { Screen } from '../../../../components/Screen';
import { EmptyState } from '../../../../components/StateView';
import { backOrHome, replace } from '../../../../services/navigate';
import { useReturned } from '../../../../services/returned';
import { scrollToId, toTop } from '../../../../services/scroll';
import { useCall } from '../../../../services/useCall';
import type { QueueItem } from '../../../../../types/contract/desk';
import '../../desk.scss';
import { Failed } from '../../Failed';
import { OfficersOnly } from '../../OfficersOnly';
import { deskPages } from '../../paths';
import { noteWaiting } from '../../waiting';
import { waited } from '../../words';
import { Details } from './Details';
import { ReturnForm } from './ReturnForm';
import { useDecision } from './useDecision';

/** Where the reason is written, and where it is said that a decision did not go through: both lie below what is read first. */
const form = 'review-return';
const outcome = 'review-outcome';

/** One registration whole; once it is decided, the next one stands here. */
export function Item({ first }: { first: string }) {
  const queue = useCall('desk.queue', {});
  useReturned(queue.reload);
  const [at, setAt] = useState<string | null>(first);
  const [returning, setReturning] = useState(false);
  const decision = useDecision({ onDecided: () => show(next?.registration.id ?? null), reload: queue.reload });
  const all = queue.data?.items ?? [];
  const items = all.filter(({ registration }) => !decision.done.includes(registration.id));
  const index = items.findIndex(({ registration }) => registration.id === at);
  const item = items[index];
  const next = items[index + 1] ?? items.find(({ registration }) => registration.id !== at);

  const show = (id: string | null) => {
    setReturning(false);
    setAt(id);
    toTop();
  };
  const waiting = queue.data?.waiting;
  useEffect(() => {
    if (waiting !== undefined) noteWaiting(waiting);
  }, [waiting]);

  const startReturning = () => {
    decision.forget();
    setReturning(true);
    scrollToId(form);
  };
  const failed = decision.error !== null;
  useEffect(() => {
    if (failed) scrollToId(outcome);
  }, [failed]);
  const showNext = () => {
    decision.forget();
    show(next?.registration.id ?? null);
  };
  const footer = item && (returning
    ? <Button grow kind='line' label='先不退回' onClick={() => setReturning(false)} />
    : (
      <>
        <Button grow kind='line' label='退回' disabled={decision.busy} onClick={startReturning} />
        <Button grow label='通过' busy={decision.busy} onClick={() => void decision.approve(item)} />
      </>
    ));
  return (
    <Screen title='审核网点' elderSwitch footer={footer}>
      <OfficersOnly of={queue} ways={<Button kind='line' label='回列表' onClick={backOrHome} />}>
        {(data) => (
          <>
            {decision.said && <Notice tone={decision.said.tone}><View className='desk-any'>{decision.said.text}</View></Notice>}
            {item ? (
              <>
                <Where item={item} place={decision.done.length + index + 1} of={decision.done.length + data.waiting - (all.length - items.length)} />
                <Details item={item} />
                {returning && <View id={form}><ReturnForm key={item.registration.id} id={item.registration.id} busy={decision.busy} onSend={(reason) => void decision.sendBack(item, reason)} /></View>}
                {decision.error && <View id={outcome}><Failed error={decision.error} /></View>}
                {next && !returning && <Button kind='quiet' label='先看下一件' onClick={showNext} />}
              </>
            ) : <Gone decided={at === null} next={next} onNext={showNext} />}
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}

function Where({ item: { waitingHours }, place, of }: { item: QueueItem; place: number; of: number }) {
  return (
    <View className='lz-row'>
      <View className='lz-strong lz-grow'>{`第 ${place} 件 / 共 ${of} 件`}</View>
      <View className='lz-mute'>{waited(waitingHours)}</View>
    </View>
  );
}

/** Nothing under this id: decided by a colleague, of another street, or the last one was just decided here. */
function Gone({ decided, next, onNext }: { decided: boolean; next: QueueItem | undefined; onNext: () => void }) {
  return (
    <EmptyState icon='check' title={!decided ? '这一件不在您的待审列表里' : next ? '还有别的在等' : '都审完了'} text={decided ? '有新的登记会出现在审核列表里。' : '可能已经处理过，或者是别的街道的网点，由那个街道审核。'}>
      {next ? <Button label='看下一件' onClick={onNext} /> : <Button icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}
      <Button kind='line' label='回审核列表' onClick={() => replace(deskPages.review)} />
    </EmptyState>
  );
}
