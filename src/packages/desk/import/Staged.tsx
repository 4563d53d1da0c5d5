import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Chip, Chips } from '../../../components/Chip';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { backTo } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import type { ImportList, OutcomeName } from '../../../../types/contract/export';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Details } from './Details';
import { Head } from './Head';
import { Rows } from './Rows';
import { useActs, type Acts } from './useActs';
import { groups, suspicionWords } from './words';

/** A list that was compared: its groups, what is to be decided, and loading it. */
export function Staged({ id }: { id: string }) {
  const found = useCall('export.staged', { id });
  const acts = useActs(id, found.reload);
  const list = acts.list ?? found.data?.list;
  return (
    <Screen title='普查名单' elderSwitch footer={list?.state === 'staged' && <Footer list={list} acts={acts} />}>
      <OfficersOnly of={found} ways={<Button kind='line' label='回普查名单' onClick={() => backTo(deskPages.import)} />}>
        {({ list: first }) => <Found list={list ?? first} acts={acts} />}
      </OfficersOnly>
    </Screen>
  );
}

function Footer({ list: { counts, undecided }, acts }: { list: ImportList; acts: Acts }) {
  if (counts.bad > 0) return <Button grow label='放弃，改好再上传' onClick={() => void acts.drop()} busy={acts.busy === 'drop'} />;
  if (acts.error?.code === 'import_stale') return <Button grow icon='refresh' label='重新比对' busy={acts.busy === 'compare'} onClick={() => void acts.compare()} />;
  return <Button grow label={undecided > 0 ? `还有 ${undecided} 家要您定` : '载入'} disabled={undecided > 0} busy={acts.busy === 'load'} onClick={() => void acts.load()} />;
}

function Found({ list, acts }: { list: ImportList; acts: Acts }) {
  const shown = groups.filter(({ outcome }) => list.counts[outcome] > 0);
  const [chosen, choose] = useState<OutcomeName | null>(null);
  const group = shown.find(({ outcome }) => outcome === chosen) ?? shown[0];
  const { state, suspicion, notes, undecided } = list;
  // a group that is gone after comparing again is left
  useEffect(() => choose(null), [list.comparedAt]);
  return (
    <>
      <Head list={list} />
      {acts.error && <Failed error={acts.error} />}
      {state === 'staged' && suspicion && <Notice tone='amber'>{suspicionWords(suspicion)}</Notice>}
      {notes.map((note) => <Notice key={note}>{note}</Notice>)}
      {state === 'staged' && (
        <>
          <Chips label='看哪些行' wrap>
            {shown.map(({ outcome, name }) => <Chip key={outcome} label={`${name} ${list.counts[outcome]}`} on={group?.outcome === outcome} onToggle={() => choose(outcome)} />)}
          </Chips>
          {group && <View className='lz-mute'>{group.text}</View>}
          {group?.outcome === 'conflict' && (
            <View className='lz-wrap'>
              <Button kind='line' label='全部留现在的' busy={acts.busy === 'kept'} onClick={() => void acts.choose(null, 'kept')} />
              <Button kind='line' label='全部用名单的' busy={acts.busy === 'list'} onClick={() => void acts.choose(null, 'list')} />
            </View>
          )}
          {group?.outcome === 'conflict' && undecided === 0 && <Notice>都定好了。</Notice>}
          {group && <Rows key={`${group.outcome} ${list.comparedAt}`} id={list.id} outcome={group.outcome} acts={acts} />}
          <View className='lz-wrap'>
            <Button kind='quiet' icon='refresh' label='重新比对' busy={acts.busy === 'compare'} onClick={() => void acts.compare()} />
            {list.counts.bad === 0 && <Button kind='quiet' label='放弃这张' busy={acts.busy === 'drop'} onClick={() => void acts.drop()} />}
          </View>
        </>
      )}
      <Details list={list} />
      {state !== 'staged' && <Button kind='line' label='回普查名单' onClick={() => backTo(deskPages.import)} />}
    </>
  );
}
