import { useLayoutEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Notice } from '../../../../components/Notice';
import { Screen } from '../../../../components/Screen';
import { EmptyState } from '../../../../components/StateView';
import { Loaded } from '../../../../components/StateView/Loaded';
import { useMeant } from '../../../../services/meant';
import { backOrHome, replace } from '../../../../services/navigate';
import { useReturned } from '../../../../services/returned';
import { useScroll } from '../../../../services/scroll';
import { useCall } from '../../../../services/useCall';
import type { QueueItem } from '../../../../../types/contract/desk';
import type { ErrorCode } from '../../../../../types/errors';
import '../../desk.scss';
import { Failed } from '../../Failed';
import { OfficersOnly } from '../../OfficersOnly';
import { deskPages } from '../../paths';
import { Witness } from '../../Witness';
import { useWitness } from '../../Witness/useWitness';
import { waited } from '../../words';
import { Details } from './Details';
import { ItemPhotos } from './ItemPhotos';
import { ReturnForm } from './ReturnForm';
import { useDecision } from './useDecision';

/** Where the reason is written, where it is said that a decision did not go through, where a witness is written: all lie below what is read first. */
const form = 'review-return';
const outcome = 'review-outcome';
const spoken = 'review-witness';

/** One registration whole; once it is decided, the next one stands here. */
export function Item({ first }: { first: string }) {
  const queue = useCall('desk.queue', {});
  const scroll = useScroll();
  const [at, setAt] = useState<string | null>(first);
  const [returning, setReturning] = useState(false);
  const reload = () => {
    queue.reload();
    linked.reload();
  };
  const decision = useDecision({ onDecided: () => show(next?.registration.id ?? null), reload });
  const all = queue.data?.items ?? [];
  const items = all.filter(({ registration }) => !decision.done.includes(registration.id));
  const index = items.findIndex(({ registration }) => registration.id === at);
  // opened by a link, and not among those that the queue lists: more may wait than it shows
  const beyond = queue.data !== null && index < 0 && at !== null && !decision.done.includes(at) ? at : null;
  const linked = useCall('desk.queue', beyond === null ? null : { id: beyond });
  useReturned(reload);
  const item = items[index] ?? (beyond === null ? undefined : linked.data?.items.find(({ registration }) => registration.id === beyond));
  const next = items[index + 1] ?? items.find(({ registration }) => registration.id !== at);

  const witness = useWitness(item ? { of: 'registration', id: item.registration.id, name: item.registration.draft.name, witnessing: item.witnessing ?? null } : null, reload);
  /** What she wrote of her visit goes first: listed without it, the page would say that nobody was there. */
  const approve = async (one: QueueItem) => {
    if (witness.begun && !(await witness.give())) scroll.toId(spoken);
    else await decision.approve(one);
  };

  const show = (id: string | null) => {
    setReturning(false);
    setAt(id);
    scroll.toTop();
  };

  const startReturning = () => {
    decision.forget();
    setReturning(true);
    scroll.toId(form);
  };
  const failed = decision.error !== null;
  useLayoutEffect(() => {
    if (failed) scroll.toId(outcome);
  }, [failed, scroll]);
  const showNext = () => {
    decision.forget();
    show(next?.registration.id ?? null);
  };
  // the footer stays while what it decides about changes: a tap that came twice must not decide the next one unread
  const meant = useMeant(`${at} ${returning}`);
  const footer = item && (returning
    ? <Button grow kind='line' label='先不退回' onClick={meant(() => setReturning(false))} />
    : (
      <>
        <Button grow kind='line' label='退回' disabled={decision.busy} onClick={meant(startReturning)} />
        <Button grow label={witness.begun ? '见证并通过' : '通过'} busy={decision.busy || witness.giving.busy} onClick={meant(() => void approve(item))} />
      </>
    ));
  return (
    <Screen title='审核登记' elderSwitch footer={footer}>
      <OfficersOnly of={queue} ways={<Button kind='line' label='回列表' onClick={backOrHome} />}>
        {(data) => (
          <>
            {decision.said && <Notice tone={decision.said.tone}><View className='desk-any'>{decision.said.text}</View></Notice>}
            {item ? (
              <>
                <Where item={item} place={index < 0 ? null : decision.done.length + index + 1} of={decision.done.length + data.waiting - (all.length - items.length)} />
                <Details item={item} />
                <View id={spoken}><Witness key={item.registration.id} witness={witness}>可以先通过，页面上会写明；上门看过的，在这里写下再通过。</Witness></View>
                <ItemPhotos key={item.registration.id} item={item} />
                {returning && <View id={form}><ReturnForm key={item.registration.id} id={item.registration.id} reasons={data.reasons ?? []} busy={decision.busy} onSend={(code, words) => void decision.sendBack(item, code, words)} /></View>}
                {decision.error && <View id={outcome}><Failed error={decision.error} /></View>}
                {next && !returning && <Button kind='quiet' label='先看下一件' onClick={showNext} />}
              </>
            ) : beyond !== null && (linked.error === null || linked.error.retry)
              ? <Loaded of={linked} cards={1}>{() => null}</Loaded>
              : <Gone why={at === null ? null : linked.error?.code ?? 'not_found'} next={next} onNext={showNext} />}
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}

/** `place` null: so many wait before it that the queue does not reach it. */
function Where({ item: { waitingHours }, place, of }: { item: QueueItem; place: number | null; of: number }) {
  return (
    <View className='lz-row'>
      <View className='lz-strong lz-grow'>{place === null ? `共 ${of} 件等着，这一件排在后面` : `第 ${place} 件 / 共 ${of} 件`}</View>
      <View className='lz-mute'>{waited(waitingHours)}</View>
    </View>
  );
}

const gone: Readonly<Partial<Record<ErrorCode, { readonly title: string; readonly text: string }>>> = {
  decided_already: { title: '这一件已经处理过了', text: '可能是同事刚刚处理的，或者您以前处理过。' },
  out_of_scope: { title: '这一件不在您负责的街道内', text: '由那个街道的专干审核。要换街道，请联系区商务局专班。' },
};
const unknown = { title: '没有找到这一件', text: '可能链接不完整，或者这一件已经没有了。' };

/** Nothing to decide under this id, and why; null: the last one was just decided here. */
function Gone({ why, next, onNext }: { why: ErrorCode | null; next: QueueItem | undefined; onNext: () => void }) {
  const { title, text } = why !== null ? gone[why] ?? unknown : { title: next ? '还有别的在等' : '登记都审完了', text: '有新的登记会出现在待办里。' };
  return (
    <EmptyState icon='check' title={title} text={text}>
      {next ? <Button label='看下一件' onClick={onNext} /> : <Button icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}
      <Button kind='line' label='回待办' onClick={() => replace(deskPages.review)} />
    </EmptyState>
  );
}
