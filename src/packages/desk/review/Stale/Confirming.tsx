import { useState } from 'react';
import { View } from '@tarojs/components';
import { alone } from '../../../../../domain/walk-reasons';
import type { Confirmed } from '../../../../../types/contract/desk';
import type { Walk, WalkItem } from '../../../../../types/contract/field';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { MultipleChoice } from '../../../../components/Choice/Group';
import { Notice } from '../../../../components/Notice';
import { Screen } from '../../../../components/Screen';
import { EmptyState } from '../../../../components/StateView';
import { Tag } from '../../../../components/Tag';
import { dayWords } from '../../../../components/OutletCard/words';
import { confirm } from '../../../../services/notify';
import { go, replace } from '../../../../services/navigate';
import { useScroll } from '../../../../services/scroll';
import { useSend } from '../../../../services/useSend';
import '../../desk.scss';
import { Failed } from '../../Failed';
import { deskPages } from '../../paths';
import { whyWords } from '../../walk/words';
import { becameOf, Became } from './Became';

/** More than the server takes at once. */
const most = 50;
const failedId = 'stale-failed';

/** She marks those that she saw or phoned; one question, and of each is told what became of it. */
export function Confirming({ community, walk, reload }: { community: string; walk: Walk; reload: () => void }) {
  const due = walk.items.filter(({ why }) => why.includes('stale') || why.includes('never'));
  const safe = due.filter(({ why }) => alone(why) === null);
  const byThemselves = due.filter(({ why }) => alone(why) !== null);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [results, setResults] = useState<readonly (Confirmed & { readonly name: string })[]>([]);
  const sending = useSend('desk.confirmOutlet');
  const scroll = useScroll();
  const open = safe.filter(({ id }) => chosen.includes(id));

  const send = async () => {
    if (!(await confirm({ title: `这 ${open.length} 家都还在营业？`, text: '只确认刚看过的、打电话问过的。居民会看到「工作人员确认还在营业」。', yes: '都在营业', no: '再看看' }))) return;
    const sent = await sending.run({ outlets: open.map(({ id }) => id), together: true });
    if (!sent) return scroll.toId(failedId);
    const nameOf = (id: string) => safe.find((item) => item.id === id)?.name ?? '';
    setResults((sent.results ?? []).map((one) => ({ ...one, name: nameOf(one.outlet) })));
    choose([]);
    scroll.toTop();
    reload();
  };
  const footer = open.length > 0 && <Button grow label={`还在营业（${open.length} 家）`} busy={sending.busy} onClick={() => void send()} />;
  return (
    <Screen title='很久没有确认的' elderSwitch footer={footer || undefined}>
      {results.length > 0 && (
        <Card>
          <View className='lz-h'>{becameOf(results)}</View>
          {results.map((one) => <Became key={one.outlet} one={one} />)}
        </Card>
      )}
      {due.length === 0
        ? <EmptyState icon='check' title='都确认过了' text={`${walk.centre.name}没有很久没确认的网点。`}><Button label='回待办' onClick={() => replace(deskPages.review)} /></EmptyState>
        : <View className='lz-mute'>{`${walk.centre.name}，${due.length} 家${walk.more ? '（先列这些）' : ''}很久没有确认。`}</View>}
      {safe.length > 0 && (
        <Card className='desk-roomy'>
          <View className='lz-col'>
            <View className='lz-h'>能一起确认的</View>
            <View className='lz-mute'>刚看过、或打电话问过的，点上，一次确认。没有把握的不点。</View>
          </View>
          <MultipleChoice
            label='能一起确认的' most={safe.length > most ? most : undefined} value={open.map(({ id }) => id)} onChange={choose}
            options={safe.map((item) => ({ code: item.id, text: item.name, hint: lineOf(item) }))}
          />
        </Card>
      )}
      {sending.error && <View id={failedId}><Failed error={sending.error} /></View>}
      {byThemselves.length > 0 && (
        <Card className='desk-roomy'>
          <View className='lz-col'>
            <View className='lz-h'>要一家一家看的</View>
            <View className='lz-mute'>从来没有人核实过，或有人说不对，要上门看过才算。</View>
          </View>
          {byThemselves.map(({ id, name, address, why }) => (
            <View key={id} className='lz-row lz-row--top'>
              <View className='lz-grow'>
                <View className='desk-any'>{name}</View>
                <View className='lz-mute desk-any'>{address}</View>
              </View>
              <Tag tone={whyWords[alone(why)!].tone}>{whyWords[alone(why)!].text}</Tag>
            </View>
          ))}
        </Card>
      )}
      {due.length > 0 && <Notice>自己的店不在单子上，由同事确认。</Notice>}
      {due.length > 0 && <Button kind='line' icon='locate' label='拿着单子上门看' onClick={() => go(deskPages.walk, { community })} />}
    </Screen>
  );
}

const lineOf = ({ address, phone, lastSeenOn }: WalkItem): string =>
  [address, phone === null ? '' : `电话 ${phone}`, lastSeenOn === null ? '' : `上次确认 ${dayWords(lastSeenOn, new Date().getFullYear())}`].filter((part) => part !== '').join('，');
