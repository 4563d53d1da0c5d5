import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Icon } from '../../../components/Icon';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { replace } from '../../../services/navigate';
import { useScroll } from '../../../services/scroll';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import type { Entered } from '../../../../types/contract/circles';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { ByTable } from './ByTable';
import { Checked, CheckedFooter } from './Checked';
import { Form } from './Form';
import { useByTable, type ByTableActs, type Kind } from './useByTable';

/** What only people know of a community or a circle, and what of it the district still waits for. */
export default function EnteredPage() {
  const found = useCall('desk.entered', {});
  const [kind, setKind] = useState<Kind>('community');
  const [open, setOpen] = useState<string | null>(null);
  const scroll = useScroll();
  const acts = useByTable({ onEntered: found.reload, onTurned: scroll.toTop });
  usePull(found.reload);
  const { check } = acts;
  const turn = (to: Kind) => {
    setKind(to);
    acts.leave();
  };
  const show = (id: string | null) => {
    setOpen(id);
    acts.tell(null);
    scroll.toTop();
  };
  const place = found.data?.places.find(({ id }) => id === open);
  if (found.data && place) {
    const done = (values: number) => {
      show(null);
      acts.tell(`存好了：${place.name}，${values} 项。`);
      found.reload();
    };
    return <Form key={place.id} place={place} fields={found.data.fields.filter(({ of }) => of === place.kind)} onBack={() => show(null)} onDone={done} />;
  }
  return (
    <Screen title='填数' elderSwitch {...(check ? { onBack: acts.leave } : {})} footer={check && <CheckedFooter check={check} kind={kind} acts={acts} />}>
      <OfficersOnly of={found} ways={<Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />}>
        {(entered) => (check ? <Checked check={check} acts={acts} /> : <Found entered={entered} kind={kind} onKind={turn} acts={acts} onOpen={show} />)}
      </OfficersOnly>
    </Screen>
  );
}

function Found({ entered, kind, onKind, acts, onOpen }: { entered: Entered; kind: Kind; onKind: (kind: Kind) => void; acts: ByTableActs; onOpen: (id: string) => void }) {
  const fieldsOf = entered.fields.filter(({ of }) => of === kind).length;
  return (
    <>
      {entered.fields.some(({ of }) => of === 'circle') && (
        <Chips label='填什么'>
          <Chip label='社区' on={kind === 'community'} onToggle={() => onKind('community')} />
          <Chip label='生活圈' on={kind === 'circle'} onToggle={() => onKind('circle')} />
        </Chips>
      )}
      <View className='lz-mute'>人口、户数、面积、投资这些数，系统里算不出来，要请知道的人填。每个数都记着谁填的、哪天的、从哪里来；没填的，报表里写「不知道」，不会当成 0。</View>
      {entered.byTable ? <ByTable kind={kind} acts={acts} /> : acts.said && <Notice>{acts.said}</Notice>}
      {entered.places.filter((one) => one.kind === kind).map(({ id, name, waiting }) => (
        <Card key={id} row onClick={() => onOpen(id)}>
          <View className='lz-grow'>
            <View className='lz-h'>{name}</View>
            <View className='lz-mute'>{waiting.length === 0 ? '都填了' : `等着：${waiting.slice(0, 4).join('、')}${waiting.length > 4 ? `等 ${waiting.length} 项` : ''}`}</View>
          </View>
          <Tag tone={waiting.length === 0 ? 'brand' : 'amber'}>{`${fieldsOf - waiting.length}/${fieldsOf}`}</Tag>
          <Icon name='next' size='small' />
        </Card>
      ))}
    </>
  );
}
