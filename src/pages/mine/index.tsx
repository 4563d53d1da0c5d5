import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { HotlineButton } from '../../components/StateView';
import { deskOf, dutyPlace } from '../../services/duty';
import { clearAnswers, refreshAnswers } from '../../services/answers/clear';
import { answered } from '../../services/answers/answered';
import { draftOf, topicOfDraft } from '../../services/answers/draft';
import { deliver, outbox } from '../../services/answers/outbox';
import { openQuestionnaire } from '../../services/answers/topic';
import { call } from '../../services/call';
import { setElder, useElder } from '../../services/elder';
import { confirm, toast } from '../../services/notify';
import { go, switchTo } from '../../services/navigate';
import { placeInput, placeKey, usePlace } from '../../services/place';
import { useReturned } from '../../services/returned';
import { useCall } from '../../services/useCall';
import { Receipts } from './Receipts';
import { Row, Rows } from './Rows';
import './index.scss';

/** What belongs to this phone: her community, receipts and drafts; and the ways for merchants and staff. */
export default function MinePage() {
  const place = usePlace();
  const elder = useElder();
  const drafts = [draftOf('satisfaction').use(), draftOf('needs').use()].filter((filled) => filled !== null);
  const waiting = outbox.use();
  const done = answered.use() ?? [];
  const home = useCall('survey.home', placeInput(place), { cacheKey: placeKey(place) });
  const inbox = useCall('outlet.messages', {});
  useReturned(home.reload);
  useReturned(inbox.reload);
  useDidShow(() => {
    refreshAnswers();
    void deliver();
  });

  /** How often she cleared: what was looked up and typed goes as well. */
  const [cleared, setCleared] = useState(0);

  const session = home.data?.session;
  const duties = session?.roles.filter(({ role }) => role !== 'oversight') ?? [];
  const oversees = session?.roles.some(({ role }) => role === 'oversight');
  const clear = async () => {
    const text = waiting ? '还有一份答卷没有发出去，清除后就不会再发。草稿和回执也都会删掉，关注的网点也不再告诉您，不能找回。' : '手机上的草稿和回执号都会删掉，关注的网点也不再告诉您，不能找回。已经收到的答卷和评价不受影响。';
    if (!(await confirm({ title: '清除我的草稿和回执？', text, yes: '清除', no: '留着' }))) return;
    clearAnswers();
    setCleared(cleared + 1);
    // what she follows stands on the server: without a network it can't be ended now, and she is told
    const ended = await call('voice.forget', {});
    toast(ended.ok ? '已清除' : '已清除，关注还没取消，请连上网再点一次');
  };
  return (
    <Screen title='我的' tab='mine'>
      <Card>
        <View className='lz-mute'>我的社区</View>
        <View className='lz-h'>{place?.community?.name ?? place?.circleName ?? '还没有选'}</View>
        {place?.community && <View className='lz-mute'>{place.circleName}</View>}
        <View className='lz-mine__ways'><Button kind='line' label={place ? '换一个社区' : '选我的社区'} onClick={() => go('/packages/place/pick/index')} /></View>
      </Card>

      {waiting && <Notice tone='amber'>有一份答卷在手机上等着发出，有网络时会自动发。</Notice>}
      {(waiting !== null || drafts.length > 0) && (
        <Rows label='问卷'>
          {waiting && <Row title='等着发出的答卷' text={waiting.round.title} onClick={() => switchTo('survey')} />}
          {drafts.filter(({ round }) => round.id !== waiting?.round.id).map((filled) => (
            <Row key={filled.round.id} title='没有填完的问卷' text={filled.round.title} onClick={() => openQuestionnaire(topicOfDraft(filled))} />
          ))}
        </Rows>
      )}
      <Rows label='消息'>
        <Row title={inbox.data && inbox.data.unread > 0 ? `消息（${inbox.data.unread} 条新的）` : '消息'} text='登记、认领、反映有了结果' onClick={() => go('/packages/mine/messages/index')} />
        <Row title='我反映的' text='哪家关了、哪里不对，后来怎样' onClick={() => go('/packages/mine/reports/index')} />
      </Rows>
      <Receipts key={cleared} done={done} round={home.data?.running ?? null} community={place?.community ?? null} />

      <Rows label='网点'>
        <Row title='我关注的' text='变了、关了、附近有了，告诉我' onClick={() => go('/packages/voice/follows/index')} />
        <Row title='我的评价' text='看放出来没有，改一改，撤回' onClick={() => go('/packages/voice/mine/index')} />
      </Rows>

      <Rows label='设置'>
        <Row title={elder ? '换回标准版' : '换成长辈版'} text={elder ? '字小一些，一屏看得多' : '字更大，问卷一屏一题'} onClick={() => setElder(!elder)} />
        <Row title='清除我的草稿和回执' text='几个人合用手机，走前点一下' onClick={() => void clear()} />
      </Rows>

      <Rows label='商户'>
        {/* always here: a row that comes with the answer pushes the one being tapped from under the finger */}
        <Row title='我的网点' text='看审核进度，改信息' onClick={() => go('/packages/merchant/mine/index')} />
        <Row title='登记我的网点' text='店铺、摊点都行，没有执照也行' onClick={() => go('/packages/merchant/register/index')} />
      </Rows>

      <Rows label='工作人员'>
        {oversees && <Row title='有人要求怎么填' text='居民点的反映，只给上级监督单位看' onClick={() => go('/packages/desk/pressure/index')} />}
        {duties.map((duty) => <Row key={dutyPlace(duty)} title='工作台' text={dutyPlace(duty)} onClick={() => go(deskOf(duty))} />)}
        {!oversees && <Row title='我有邀请码' text='社区、街道、部门和专班的工作人员用' onClick={() => go('/packages/desk/accept/index')} />}
      </Rows>

      <Rows label='关于'>
        <Row title='结果怎么算的' onClick={() => go('/packages/about/method/index')} />
        <Row title='存了什么、存多久' onClick={() => go('/packages/about/privacy/index')} />
      </Rows>
      <HotlineButton />
    </Screen>
  );
}
