import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { Seal } from '../../../components/Seal';
import { sealFile, type SealShown } from '../../../components/Seal/words';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { DemoMark } from '../../../components/Tag';
import { go, switchTo } from '../../../services/navigate';
import { copyText } from '../../../services/share';
import { useCall } from '../../../services/useCall';
import { keptWords } from './keptWords';
import './index.scss';
import { List } from './List';

const few = 12;
/** The server lists a fortnight of hours; the first of all has the number 0. */
const isCut = (seals: readonly SealShown[]) => seals.length > 0 && seals[seals.length - 1]!.number > 0;

/** The seals of a round: what anybody may write down today and hold us to later. */
export default function SealsPage() {
  const round = useRouter().params.round ?? '';
  const found = useCall('survey.seals', round === '' ? null : { round });
  const [all, setAll] = useState(false);
  const mine = <Button kind='line' label='去「我的」' onClick={() => switchTo('mine')} />;
  if (round === '') {
    return (
      <Screen title='封存记录' elderSwitch>
        <EmptyState icon='clock' title='没有说是哪一轮' text='请从「我的」里查回执，或从结果页进来。'>{mine}<HotlineButton /></EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title='封存记录' elderSwitch>
      <Loaded of={found} ways={mine}>
        {({ round: of, seals, definitionHash, publicKey, keepUntil = null, purged = null }) => (
          <>
            <Card>
              <View className='lz-wrap'><View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{of.title}</View><DemoMark demo={of.demo} /></View>
              <View className='lz-mute'>每小时把收到的答卷排进一份只会变长的名单，算出一个 64 位的“封存号”。以后名单里只要有一份被改、被删，这个号就对不上。</View>
              <View className='lz-mute'>您可以现在抄下最新的封存号，公布结果以后再来比。</View>
              {keptWords(keepUntil, purged?.at ?? null) !== null && <View className='lz-mute'>{keptWords(keepUntil, purged?.at ?? null)}</View>}
            </Card>
            {(all ? seals : seals.slice(0, few)).map((seal) => (
              <Card key={seal.number}>
                <Seal seal={seal} purged={purged !== null && seal.size === seals[0]?.size} />
                <View className='lz-off-paper'><Button kind='line' label='复制这一道' onClick={() => void copyText(sealFile(of.id, seal))} /></View>
              </Card>
            ))}
            {!all && seals.length > few && <View className='lz-off-paper'><Button kind='line' label={`看全部 ${seals.length} 道`} onClick={() => setAll(true)} /></View>}
            {all && isCut(seals) && <View className='lz-mute'>更早的没有列出来。您抄下的哪一道，都能用名单重算来核对。</View>}
            <Card>
              <View className='lz-h'>给要核对的人</View>
              {definitionHash && <View className='lz-mute'>这一轮的规定（问卷、算法、社区、起止和公布时间）的哈希，是名单的第一项：</View>}
              {definitionHash && <View className='lz-seals__root lz-num'>{definitionHash}</View>}
              <List round={of.id} seals={seals} />
              {purged && <View className='lz-mute'>名单的最后一项是清空的记录，这是它的原文（里面有每次公布的哈希）：</View>}
              {purged && <View className='lz-seals__root lz-num'>{purged.text}</View>}
              <View className='lz-mute'>核验码的签名用这把公钥验证（Ed25519）：</View>
              <View className='lz-seals__root lz-num'>{publicKey}</View>
              <View className='lz-link' onClick={() => go('/packages/about/method/index')} {...a11y({ role: 'link' })}>结果怎么算的，什么做不到</View>
            </Card>
            <HotlineButton />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
