import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { fullDateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { PlanTaskShown, TaskParty } from '../../../../types/contract/workPlan';
import { Noting } from './Noting';
import { writtenBy } from '../words';
import { dayWords, stateTag } from './words';

/** One task: its words, and on a tap everybody who answers for it with what they last said. */
export function Task({ task, onNoted }: { task: PlanTaskShown; onNoted: () => void }) {
  const [open, setOpen] = useState(false);
  const { clause, title, text, phase, done, parties } = task;
  return (
    <Card className='desk-roomy'>
      <View>
        <View className='lz-wrap'><View className='lz-h lz-grow'>{title}</View><Tag tone={done === parties.length ? 'brand' : 'plain'}>{`${done}/${parties.length} 家办完`}</Tag></View>
        <View className='lz-mute'>{`${clause} · 到 ${dayWords(phase.to)}`}</View>
        <View>{text}</View>
      </View>
      {open && <View>{parties.map((party) => <Party key={`${party.department} ${party.street}`} task={task.code} party={party} onNoted={onNoted} />)}</View>}
      <Button kind='line' label={open ? '收起' : '看各家进展、写进展'} onClick={() => setOpen(!open)} />
    </Card>
  );
}

function Party({ task, party, onNoted }: { task: string; party: TaskParty; onNoted: () => void }) {
  const [writing, setWriting] = useState(false);
  const { name, notes, mayNote } = party;
  const newest = notes[0];
  return (
    <View className='plan-part'>
      <View className='lz-wrap'>
        <View className='lz-strong lz-grow'>{name}</View>
        {newest ? <Tag tone={stateTag[newest.state].tone}>{stateTag[newest.state].text}</Tag> : <View className='lz-mute'>还没写过</View>}
        {mayNote && !writing && <View className='lz-link' onClick={() => setWriting(true)} {...a11y({ role: 'button', label: `给${name}写进展` })}>写进展</View>}
      </View>
      {(writing ? notes : notes.slice(0, 1)).map(({ state, text, at, role, mine }, i) => (
        <View key={at}>
          <View className='desk-any'>{i === 0 ? text : `${stateTag[state].text}：${text}`}</View>
          <View className='lz-mute'>{`${fullDateTime(at)} · ${writtenBy({ mine, role })}写的`}</View>
        </View>
      ))}
      {writing && <Noting task={task} party={party} onBack={() => setWriting(false)} onNoted={() => { setWriting(false); onNoted(); }} />}
    </View>
  );
}
