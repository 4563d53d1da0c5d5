import { View } from '@tarojs/components';
import { lastDayOf } from '../../components/Round/days';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { Notice } from '../../components/Notice';
import { HotlineButton } from '../../components/StateView';
import { Screen } from '../../components/Screen';
import { a11y } from '../../components/a11y';
import { deliver, takeBack, useSending, type Waiting } from '../../services/answers/outbox';
import { titles } from '../../services/answers/topic';
import { switchTo } from '../../services/navigate';

/** The answer is on its way, or waits on the phone for a network. */
export function Sending({ waiting }: { waiting: Waiting }) {
  const sending = useSending();
  const first = waiting.error === null;
  return (
    <Screen title={titles[waiting.round.topic ?? 'satisfaction']} tab='survey'>
      <Card className='lz-survey__state'>
        <View className='lz-survey__mark'><Icon name={first ? 'check-bubble' : 'offline'} size='large' /></View>
        <View className='lz-title' {...a11y({ role: 'heading', level: 2 })}>{first ? '正在提交' : '答卷在手机上等着'}</View>
        <View className='lz-mute' {...a11y({ role: 'status' })}>
          {first ? '请稍等，不用再点。' : '已经存好，不会丢。等有网络，再打开这里就会自动发出，只算一份。'}
        </View>
      </Card>
      {waiting.error && <Notice tone='amber'>{waiting.error.say}</Notice>}
      {!first && (
        <>
          <Card>
            <View className='lz-strong'>{waiting.round.title}</View>
            <View className='lz-mute'>{`${waiting.community.name} · 最晚${lastDayOf(waiting.round.acceptedUntil)}要联网发出`}</View>
          </Card>
          <Button icon='refresh' label='现在再试' busy={sending} onClick={() => void deliver()} />
          <Button kind='line' label='先回生活圈' onClick={() => switchTo('home')} />
          {waiting.error?.code === 'internal' && <Button kind='quiet' label='先不发，回去改一改' onClick={takeBack} />}
          <HotlineButton />
        </>
      )}
    </Screen>
  );
}
