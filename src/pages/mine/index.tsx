import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { HotlineButton } from '../../components/StateView';
import { clearAnswers, refreshAnswers } from '../../services/answers/clear';
import { answered } from '../../services/answers/answered';
import { draft } from '../../services/answers/draft';
import { deliver, outbox } from '../../services/answers/outbox';
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
  const filled = draft.use();
  const waiting = outbox.use();
  const done = answered.use() ?? [];
  const home = useCall('survey.home', placeInput(place), { cacheKey: placeKey(place) });
  useReturned(home.reload);
  useDidShow(() => {
    refreshAnswers();
    void deliver();
  });

  /** How often she cleared: what was looked up and typed goes as well. */
  const [cleared, setCleared] = useState(0);

  const session = home.data?.session;
  const duty = session?.roles.find(({ role }) => role !== 'oversight');
  const oversees = session?.roles.some(({ role }) => role === 'oversight');
  const clear = async () => {
    const text = waiting ? '还有一份答卷没有发出去，清除后就不会再发。草稿和回执也都会删掉，不能找回。' : '手机上的草稿和回执号都会删掉，不能找回。已经收到的答卷不受影响。';
    if (!(await confirm({ title: '清除我的草稿和回执？', text, yes: '清除', no: '留着' }))) return;
    clearAnswers();
    setCleared(cleared + 1);
    toast('已清除');
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
      {(waiting ?? filled) && (
        <Rows label='问卷'>
          <Row title={waiting ? '等着发出的答卷' : '没有填完的问卷'} text={(waiting ?? filled)?.round.title} onClick={() => switchTo('survey')} />
        </Rows>
      )}
      <Receipts key={cleared} done={done} round={home.data?.running ?? null} community={place?.community ?? null} />

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
        {duty
          ? <Row title='工作台' text={duty.role === 'district' ? '区商务局专班' : duty.street?.name} onClick={() => go('/packages/desk/progress/index')} />
          : !oversees && <Row title='我有邀请码' text='街道和专班的工作人员用' onClick={() => go('/packages/desk/accept/index')} />}
      </Rows>

      <Rows label='关于'>
        <Row title='结果怎么算的' onClick={() => go('/packages/about/method/index')} />
        <Row title='存了什么、存多久' onClick={() => go('/packages/about/privacy/index')} />
      </Rows>
      <HotlineButton />
    </Screen>
  );
}
