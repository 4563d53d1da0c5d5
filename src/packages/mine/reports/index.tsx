import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { Report } from '../../../../types/contract/outlet';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { kindWords } from '../../../components/CorrectionKinds';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { Tag, type Tone } from '../../../components/Tag';
import { confirm } from '../../../services/notify';
import { go, switchTo } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';


const states: Readonly<Record<Report['state'], { readonly text: string; readonly tone: Tone }>> = {
  open: { text: '等核实', tone: 'amber' },
  accepted: { text: '核实了，已改', tone: 'brand' },
  refused: { text: '没有采纳', tone: 'plain' },
  answered: { text: '确认还在', tone: 'brand' },
  withdrawn: { text: '您收回了', tone: 'plain' },
};

/** What she reported, and what became of it. */
export default function ReportsPage() {
  const mine = useCall('outlet.reports', {});
  usePull(mine.reload);
  useReturned(mine.reload);
  return (
    <Screen title='我反映的' elderSwitch>
      <Loaded of={mine}>
        {({ reports }) => (reports.length === 0 ? (
          <EmptyState icon='list' title='还没有反映过' text='看到网点关了、时间写错了，在它的页面点「信息不对，告诉街道」。'>
            <Button icon='list' label='看附近的网点' onClick={() => switchTo('nearby')} />
            <HotlineButton />
          </EmptyState>
        ) : (
          <View className='lz-stack'>{reports.map((report) => <One key={report.id} report={report} onTaken={mine.reload} />)}</View>
        ))}
      </Loaded>
    </Screen>
  );
}

function One({ report: { id, outlet, kind, note, state, reason, submittedAt, decidedAt }, onTaken }: { report: Report; onTaken: () => void }) {
  const withdrawing = useSend('outlet.withdrawReport');
  const withdraw = async () => {
    if (!(await confirm({ title: '收回这一条？', text: '收回后街道就不再核实这一条。', yes: '收回', no: '留着' }))) return;
    if (await withdrawing.run({ id })) onTaken();
  };
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>{outlet.name}</View>
        <Tag tone={states[state].tone}>{states[state].text}</Tag>
      </View>
      <View>{kindWords(kind)}</View>
      {note !== null && <View className='lz-mute'>{note}</View>}
      <View className='lz-mute'>{`${dateTime(submittedAt)} 反映${decidedAt === null ? '' : ` · ${dateTime(decidedAt)} 有了结果`}`}</View>
      {reason !== null && <Notice>{reason}</Notice>}
      {withdrawing.error && <Notice tone='red'>{withdrawing.error.say}</Notice>}
      <View className='lz-row'>
        {state !== 'accepted' && <Button grow kind='line' label='看网点' onClick={() => go('/packages/outlet/detail/index', { id: outlet.id })} />}
        {state === 'open' && <Button grow kind='quiet' label='收回' busy={withdrawing.busy} onClick={() => void withdraw()} />}
      </View>
    </Card>
  );
}
