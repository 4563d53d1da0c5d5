import { useState } from 'react';
import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { replace } from '../../../services/navigate';
import { useScroll } from '../../../services/scroll';
import { useCall } from '../../../services/useCall';
import type { RulesShown } from '../../../../types/contract/circles';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { fingerprint, laidOutWords } from '../words';
import { Compare } from './Compare';
import { Form } from './Form';
import { draftStateTag, kindWords } from './kinds';
import { Upload } from './Upload';

/** What is shown in place of the list: a draft by its id, or a table's template. */
type Opened = { readonly draft: string } | { readonly table: RulesShown['tables'][number] } | null;

/** The rules of 分型, 评价 and the tables: which are in force, loading another, comparing it, and letting it take effect. */
export default function RulesPage() {
  const found = useCall('desk.rules', {});
  const [open, setOpen] = useState<Opened>(null);
  const scroll = useScroll();
  const show = (what: Opened) => {
    setOpen(what);
    scroll.toTop();
    if (what === null) found.reload();
  };
  const onDraft = (draft: string) => show({ draft });
  const back = () => show(null);
  return (
    <Screen title='规则' elderSwitch>
      {open && 'draft' in open && <Compare id={open.draft} onBack={back} />}
      {open && 'table' in open && <Form table={open.table} onBack={back} onStaged={onDraft} />}
      {open === null && (
        <OfficersOnly of={found} only={{ title: '规则由专班管', text: '换规则会改变每个圈的定型和得分，所以只有区商务局专班能换。' }} ways={<Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />}>
          {(rules) => <Found rules={rules} onDraft={onDraft} onTable={(table) => show({ table })} />}
        </OfficersOnly>
      )}
    </Screen>
  );
}

function Found({ rules: { kinds, tables, drafts }, onDraft, onTable }: { rules: RulesShown; onDraft: (id: string) => void; onTable: (table: RulesShown['tables'][number]) => void }) {
  return (
    <>
      <View className='lz-mute'>新规则先和现在的比一比，看清每个圈会怎么变，再生效。换下来的留着，快照和报表里的数记着用的是哪一版。</View>
      {kinds.map(({ kind, title, version, status, source, hash, versions, file }) => (
        <Card key={kind}>
          <View className='lz-wrap'><View className='lz-h lz-grow'>{kindWords[kind]}</View><Tag tone={status === '官方' ? 'brand' : 'amber'}>{status}</Tag></View>
          <View>{`${title}，${version} 版`}</View>
          <View className='lz-mute'>{source}</View>
          <View className='lz-mute lz-num'>{`指纹 ${fingerprint(hash)} · 用过 ${versions.length} 版`}</View>
          <Upload kind={kind} file={file} onStaged={onDraft} />
        </Card>
      ))}
      <View className='lz-h'>每张统计表的表样</View>
      {tables.map((table) => (
        <Card key={table.code} row onClick={() => onTable(table)}>
          <View className='lz-grow'>
            <View className='lz-strong'>{table.title}</View>
            <View className='lz-mute'>{laidOutWords(table.form)}</View>
          </View>
          <Icon name='next' size='small' />
        </Card>
      ))}
      {drafts.length > 0 && <View className='lz-h'>载入过的</View>}
      {drafts.map(({ id, kind, title, version, state, stagedAt, mine }) => (
        <Card key={id} row onClick={() => onDraft(id)}>
          <View className='lz-grow'>
            <View className='lz-strong'>{`${title}，${version} 版`}</View>
            <View className='lz-mute'>{`${kindWords[kind]} · ${fullDateTime(stagedAt)} ${mine ? '您' : '同事'}载入`}</View>
          </View>
          <Tag tone={draftStateTag[state].tone}>{draftStateTag[state].text}</Tag>
          <Icon name='next' size='small' />
        </Card>
      ))}
    </>
  );
}
