import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { lastDayOf } from '../../components/Round/days';
import { Screen } from '../../components/Screen';
import { HotlineButton } from '../../components/StateView';
import { DemoMark } from '../../components/Tag';
import { askedOf, draftOf, openOf, topicOfDraft, type Draft } from '../../services/answers/draft';
import { titles } from '../../services/answers/topic';
import { go } from '../../services/navigate';
import { confirm } from '../../services/notify';
import { Rounds } from './Rounds';

/** A draft is on the phone: go on with it, begin anew, or, where the round is over, let it go. */
export function Resume({ filled, over, other = false, onGoOn }: { filled: Draft; over: boolean; /** A letter's or helper's link was opened that this draft does not belong to. */ other?: boolean; onGoOn: () => void }) {
  const asked = askedOf(filled);
  const missing = new Set(openOf(filled));
  const given = asked.filter(({ id, optional }) => !missing.has(id) && (!optional || filled.answers[id] !== undefined)).length;
  const drop = async () => {
    const sure = await confirm({ title: '清除这份草稿？', text: '已填的内容会从手机上删掉，不能找回。', yes: '清除', no: '留着' });
    if (sure) draftOf(topicOfDraft(filled)).set(null);
  };
  return (
    <Screen title={titles[topicOfDraft(filled)]} tab='survey'>
      <Rounds />
      {over && <Notice tone='amber'>{filled.refused?.say ?? '这一轮问卷已经结束，不再收答卷。您填的内容还在手机上。'}</Notice>}
      {other && <Notice tone='amber'>手机上还有另一份没有填完。先填完它，或者清除它，再用刚才打开的信或链接。</Notice>}
      <Card>
        <View className='lz-wrap'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{over ? '没有交成的答卷' : '上次没有填完'}</View>
          <DemoMark demo={filled.round.demo} />
        </View>
        <View className='lz-mute'>{`${filled.round.title} · ${filled.community.name}`}</View>
        <View>{`已填 ${given} 题 · 共 ${asked.length} 题`}</View>
        {!over && <View className='lz-mute'>{`${lastDayOf(filled.round.closesAt)}截止`}</View>}
      </Card>
      {over ? <Button label='看结果' onClick={() => go('/packages/result/index/index')} /> : <Button label='接着填' onClick={onGoOn} />}
      <Button kind='line' label={over ? '清除这份草稿' : '清除，重新填'} onClick={() => void drop()} />
      <HotlineButton />
    </Screen>
  );
}
