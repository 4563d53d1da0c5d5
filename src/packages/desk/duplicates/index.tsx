import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { Notice } from '../../../components/Notice';
import { EmptyState } from '../../../components/StateView';
import { useMeant } from '../../../services/meant';
import { replace } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import '../desk.scss';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Merged } from './Merged';
import { Pair } from './Pair';
import { usePairs } from './usePairs';
import './index.scss';

/** Two entries that may be one outlet, side by side, the surest first. One pair at a time; what was merged of late stands below, to be taken back. */
export default function DuplicatesPage() {
  const found = useCall('desk.duplicates', {});
  const pairs = usePairs(found.data?.pairs ?? [], found.reload);
  const { pair, place, left } = pairs;
  usePull(found.reload);
  const own = pair?.sides.some((side) => side.own) ?? false;
  // the footer stays while the pair above it changes: a tap that came twice must not decide the next one unseen
  const meant = useMeant(pair?.sides.map(({ id }) => id).join() ?? '');
  const footer = pair && (
    <>
      <Button grow kind='line' label='不是同一家' disabled={pairs.busy || own} onClick={meant(() => void pairs.apart())} />
      <Button grow label='是同一家' busy={pairs.busy} disabled={own} onClick={meant(() => void pairs.merge())} />
    </>
  );
  return (
    <Screen title='重复的网点' elderSwitch footer={footer}>
      <OfficersOnly of={found} ways={<Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />}>
        {({ merged, undoDays, status, total }) => (
          <>
            {pairs.said && <Notice><View className='desk-any'>{pairs.said.text}</View>{pairs.said.undo && <Button kind='quiet' label='点错了，撤回' busy={pairs.busy} onClick={() => void pairs.undoApart()} />}</Notice>}
            {pair ? (
              <>
                <View className='lz-mute'>{`第 ${place} 对 / 共 ${total} 对，最像的在前。像不像是按几条规则估的（${status}），请您来定。`}</View>
                <Pair key={pair.sides.map(({ id }) => id).join()} pair={pair} stays={pairs.stays} onStays={pairs.choose} />
                {own && <Notice tone='amber'>有一家是您自己的，请让同事来定。</Notice>}
                {pairs.error && <Failed error={pairs.error} />}
                {left > 1 && <Button kind='quiet' label='先放着，看下一对' onClick={pairs.skip} />}
              </>
            ) : (
              <EmptyState icon='check' title={total > 0 ? '这一遍看完了' : '没有像重复的'} text={total > 0 ? '先放着的，刷新后还会出现。' : '有新的网点像已有的，会出现在这里。'}>
                <Button kind='line' icon='refresh' label='再找一遍' onClick={pairs.again} />
                <Button kind='line' icon='check-bubble' label='去审核网点' onClick={() => replace(deskPages.review)} />
              </EmptyState>
            )}
            {merged.length > 0 && <Merged merged={merged} undoDays={undoDays} onUndone={pairs.again} />}
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}
