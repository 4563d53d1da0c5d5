import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { Tag } from '../../../components/Tag';
import { choosePoint } from '../../../services/location';
import { useMeant } from '../../../services/meant';
import { confirm } from '../../../services/notify';
import { useScroll } from '../../../services/scroll';
import { addVisit } from '../../../services/visits';
import type { Gcj02Point } from '../../../../types/units';
import '../desk.scss';
import { leftOf, pointOf, walkList, type KeptWalk } from './kept';
import { Place } from './Place';
import { Sent } from './Sent';
import { ToMendList } from './ToMendList';
import { useVisit } from './useVisit';
import { VisitForm } from './VisitForm';
import { whyWords } from './words';

/** What is missing is said beside it, above the button that was pressed. */
const formId = 'walk-form';

/** One outlet at a time, the nearest next; the whole list a tap away. */
export function Walking({ kept }: { kept: KeptWalk }) {
  const { walk, done } = kept;
  // where she stands is kept in memory alone, and only until the next outlet
  const [here, setHere] = useState<Gcj02Point | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const left = leftOf(kept, here);
  const item = left.find(({ id }) => id === picked) ?? left[0] ?? null;
  const form = useVisit(item);
  const scroll = useScroll();
  const meant = useMeant(item?.id ?? '');

  const onward = (to: Partial<KeptWalk>) => {
    setPicked(null);
    setHere(null);
    setUnsaved(!walkList.set({ ...kept, ...to }));
    scroll.toTop();
  };
  const write = () => {
    const visit = form.made();
    if (visit === null) return scroll.toId(formId);
    if (item === null) return;
    const saved = addVisit(visit, item.name);
    const wrong = visit.outcome === 'wrong' && visit.note ? [{ id: item.id, name: item.name, note: visit.note }] : [];
    onward({ done: [...done, item.id], toMend: [...(kept.toMend ?? []).filter(({ id }) => id !== item.id), ...wrong] });
    if (!saved) setUnsaved(true);
  };
  const later = () => item && onward({ later: [...kept.later.filter((id) => id !== item.id), item.id] });
  const end = async () => {
    if (left.length === 0 || await confirm({ title: '换一张单子？', text: '这张没看完的不再留着。已经记下的不受影响，会照样发出。', yes: '换一张', no: '接着看' })) walkList.set(null);
  };
  const stand = async () => {
    const found = await choosePoint();
    if (found.ok) setHere(found.point);
  };
  const footer = item && (
    <>
      <Button grow kind='line' label='先跳过' onClick={meant(later)} />
      <Button grow label='记下，看下一家' onClick={meant(write)} />
    </>
  );
  return (
    <Screen title='上门核实' elderSwitch footer={footer}>
      <Sent />
      {unsaved && <Notice tone='red'>手机存不下了，关掉这一页会丢失记下的内容。请先清一清手机空间。</Notice>}
      <View>
        <View className='lz-strong'>{`看过 ${done.length} 家，还有 ${left.length} 家`}</View>
        <View className='lz-mute'>{`${walk.centre.name}，${dateTime(walk.asOf)} 取的单子`}</View>
      </View>
      {item === null ? (
        <EmptyState icon='check' title='这张单子看完了' text='记下的会自己发出。'><Button label='取新的单子' onClick={() => void end()} /></EmptyState>
      ) : (
        <>
          <Place item={item} from={here ?? pointOf(walk.items.find(({ id }) => id === done[done.length - 1]) ?? walk.centre)} />
          <View id={formId} className='lz-stack'><VisitForm key={item.id} item={item} form={form} witnessDays={walk.witnessDays} mended={kept.mended?.includes(item.id) ?? false} /></View>
          <Button kind='quiet' icon='locate' label='从我站的地方排' onClick={() => void stand()} />
          <Button kind='quiet' label={whole ? '收起整张单子' : `看整张单子（还有 ${left.length} 家）`} onClick={() => setWhole(!whole)} />
          {whole && left.map(({ id, name, address, why }) => (
            <Card key={id} row onClick={() => { setPicked(id); setWhole(false); scroll.toTop(); }}>
              <View className='lz-grow'>
                <View className='lz-h desk-any'>{name}</View>
                <View className='lz-mute desk-any'>{address}</View>
              </View>
              {why[0] && <Tag tone={whyWords[why[0]].tone}>{whyWords[why[0]].text}</Tag>}
              <Icon name='next' size='small' />
            </Card>
          ))}
          <View className='lz-mute'>{`先看哪些，按${walk.status}的规则排；${walk.more ? '一张单子最多 100 家，看完再取。' : '都在这张单子上。'}`}</View>
          <Button kind='quiet' label='换一张单子' onClick={() => void end()} />
        </>
      )}
      <ToMendList list={kept.toMend ?? []} />
    </Screen>
  );
}
