import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { Decided } from '../../../../types/contract/desk';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { Tag } from '../../../components/Tag';
import { confirm, toast } from '../../../services/notify';
import { replace } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import { caseWords } from '../cases';
import '../desk.scss';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';

const states: Readonly<Record<string, string>> = {
  approved: '通过', returned: '退回', granted: '归了认领人', refused: '没有采纳', accepted: '采纳',
  'review-pass': '放出来了', 'review-refuse': '没有放出来', 'reply-pass': '答复放出来了', 'reply-refuse': '答复没有放出来', 'complaint-pass': '店家反映，留着', 'complaint-refuse': '店家反映，撤下了',
};

/** What was decided of late; a mistake is taken back here. */
export default function DecidedPage() {
  const recent = useCall('desk.decided', {});
  return (
    <Screen title='最近处理的' elderSwitch>
      <OfficersOnly of={recent}>
        {({ decided, undoDays }) => (decided.length === 0
          ? <EmptyState icon='list' title='还没有处理过' text='处理过的会列在这里，办错了可以撤回。'><Button label='看待办' onClick={() => replace(deskPages.review)} /></EmptyState>
          : (
            <View className='lz-stack'>
              <View className='lz-mute'>{`办错了，${undoDays} 天内可以撤回：网点或那段话恢复原样，这一件重新等处理。`}</View>
              {decided.map((one) => <One key={`${one.kind} ${one.id}`} one={one} onUndone={recent.reload} />)}
            </View>
          ))}
      </OfficersOnly>
    </Screen>
  );
}

function One({ one: { kind, id, name, community, state, reason, at, undoable, quote = null }, onUndone }: { one: Decided; onUndone: () => void }) {
  const undoing = useSend('desk.undo');
  const undo = async () => {
    if (!(await confirm({ title: `撤回对「${name}」的处理？`, text: kind === 'text' ? '这段话回到待办，重新看过再定。对方会收到消息。' : '网点恢复到处理以前，这一件回到待办。对方会收到消息。', yes: '撤回', no: '不撤' }))) return;
    if (!(await undoing.run({ kind, id }))) return;
    toast('已撤回，回到待办');
    onUndone();
  };
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow desk-any'>{name}</View>
        <Tag tone='brand'>{kind === 'visit' ? '上门' : kind === 'edit' ? '修改' : caseWords[kind].name}</Tag>
        <Tag>{states[state] ?? '处理过'}</Tag>
      </View>
      <View className='lz-mute'>{`${community.name} · ${dateTime(at)}`}</View>
      {quote !== null && <View className='desk-any'>{`「${quote}」`}</View>}
      {reason !== null && <View className='desk-any'>{reason}</View>}
      {undoing.error && <Failed error={undoing.error} />}
      {undoable && <Button kind='line' icon='refresh' label='撤回这次处理' busy={undoing.busy} onClick={() => void undo()} />}
    </Card>
  );
}
