import { View } from '@tarojs/components';
import { dateTime, monthDay } from '../../../domain/calendar';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { Screen } from '../../components/Screen';
import { HotlineButton } from '../../components/StateView';
import { WithdrawButton } from '../../components/WithdrawButton';
import { topicOfAnswer, type Answered } from '../../services/answers/answered';
import { titles } from '../../services/answers/topic';
import { go, resultPages, switchTo } from '../../services/navigate';
import { copyText } from '../../services/share';
import { LetterEntry } from './LetterEntry';
import { Rounds } from './Rounds';

interface Props {
  readonly entry: Answered;
  readonly circle: string | null;
  readonly onAgain: () => void;
  /** Back to what this phone answers otherwise, where this was a letter's. */
  readonly onLeave?: (() => void) | undefined;
}

/** This round is answered: the receipt, large enough to be written on paper; or it was taken back. */
export function Done({ entry, circle, onAgain, onLeave }: Props) {
  const { receipt, round, withdrawn } = entry;
  const topic = topicOfAnswer(entry);
  return (
    <Screen title={titles[topic]} tab='survey'>
      <Rounds />
      {withdrawn ? <TakenBack until={withdrawn.mayAnswerUntil} onAgain={onAgain} /> : <Taken entry={entry} />}
      {round.releaseAt && <View className='lz-mute'>{`这一轮的结果${monthDay(round.releaseAt)}公布。公布以前只数份数，不算${topic === 'needs' ? '缺什么' : '比例'}。`}</View>}
      <Button kind={withdrawn ? 'line' : undefined} label='找附近' onClick={() => switchTo('nearby')} />
      <Button kind='line' label='看上一次的结果' onClick={() => go(resultPages[topic], { circle: circle ?? undefined })} />
      {!withdrawn && <WithdrawButton entry={entry} />}
      {onLeave && <Button kind='quiet' label='看这部手机自己的问卷' onClick={onLeave} />}
      {!onLeave && round.letters && <LetterEntry />}
      {receipt === null && <HotlineButton />}
    </Screen>
  );
}

function Taken({ entry: { receipt, round, community, sealedBy } }: { entry: Answered }) {
  return (
    <>
      <Card className='lz-survey__state'>
        <View className='lz-survey__mark'><Icon name='check' size='large' /></View>
        <View className='lz-title' {...a11y({ role: 'heading', level: 2 })}>{receipt ? '收到了，谢谢您' : '您已答过'}</View>
        <View className='lz-mute'>{receipt ? `${round.title} · ${community.name}` : '每人每轮一份，谢谢您。先前那一份已经收到，这一次没有再记。'}</View>
      </Card>
      {receipt && (
        <Card className='lz-survey__state'>
          <View className='lz-mute'>您的回执号</View>
          <View className='lz-survey__receipt lz-num' {...a11y({ label: `回执号 ${receipt}`, role: 'img' })}>{receipt}</View>
          <View className='lz-mute'>
            {`凭它可以查这份答卷收到没有、封存没有，查不到您答了什么。${sealedBy ? `最晚${dateTime(sealedBy)}封存，以后谁也不能悄悄改掉。` : ''}也存在「我的」里。`}
          </View>
          <View className='lz-survey__ways'><Button kind='line' label='复制回执号' onClick={() => void copyText(receipt)} /></View>
        </Card>
      )}
    </>
  );
}

function TakenBack({ until, onAgain }: { until: string | null; onAgain: () => void }) {
  return (
    <>
      <Card className='lz-survey__state'>
        <View className='lz-title' {...a11y({ role: 'heading', level: 2 })}>已撤回</View>
        <View className='lz-mute'>原来那份不再计入，内容会清空。别人拿回执号来查，看到的仍然是“已收到”。</View>
        {until && <View className='lz-mute'>{`${dateTime(until)}以前，您可以重新填一份。`}</View>}
      </Card>
      {until && Date.now() < Date.parse(until) && <Button label='重新填一份' onClick={onAgain} />}
    </>
  );
}
