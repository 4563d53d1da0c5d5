import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Chip, Chips } from '../../../../components/Chip';
import { Icon } from '../../../../components/Icon';
import { Screen } from '../../../../components/Screen';
import { EmptyState } from '../../../../components/StateView';
import { DemoMark, Tag } from '../../../../components/Tag';
import { go, replace } from '../../../../services/navigate';
import { useReturned } from '../../../../services/returned';
import { useCall } from '../../../../services/useCall';
import type { CaseRow } from '../../../../../types/contract/desk';
import { caseWords, leftWords, pageOfCase } from '../../cases';
import { DeskBar } from '../../DeskBar';
import '../../desk.scss';
import { OfficersOnly } from '../../OfficersOnly';
import { deskPages } from '../../paths';
import { noteWaiting } from '../../waiting';

/** Everything about outlets that waits, the oldest first, each with its time left. */
export function List() {
  const queue = useCall('desk.cases', {});
  const [kind, setKind] = useState<CaseRow['kind'] | null>(null);
  useReturned(queue.reload);
  const count = queue.data?.waiting;
  useEffect(() => {
    if (count !== undefined) noteWaiting(count);
  }, [count]);
  return (
    <Screen title='待办' bar={<DeskBar current='review' />}>
      <OfficersOnly of={queue}>
        {({ cases, waiting, late, limits, limitsStatus, pushesGivenUp = 0 }) => {
          const kinds = [...new Set(cases.map((row) => row.kind))];
          const shown = kind !== null && kinds.includes(kind) ? cases.filter((row) => row.kind === kind) : cases;
          return (
            <>
              {waiting === 0
                ? (
                  <EmptyState icon='check' title='都办完了' text='有新的登记、认领、反映会出现在这里，等得最久的排在最前。'>
                    <Button kind='line' icon='refresh' label='刷新' onClick={queue.reload} />
                    <Button kind='line' icon='chart' label='看问卷进度' onClick={() => replace(deskPages.progress)} />
                  </EmptyState>
                )
                : <View className='lz-mute'>{`共 ${waiting} 件等着${late > 0 ? `，其中 ${late} 件超过期限` : ''}，等得最久的在最前。`}</View>}
              {kinds.length > 1 && (
                <Chips label='只看一类' wrap>
                  {kinds.map((one) => <Chip key={one} label={caseWords[one].name} on={kind === one} onToggle={(on) => setKind(on ? one : null)} />)}
                </Chips>
              )}
              {shown.map((row) => <Waiting key={`${row.kind} ${row.id}`} row={row} />)}
              <Button kind='quiet' label='最近处理的，可以撤回' onClick={() => go(deskPages.decided)} />
              {pushesGivenUp > 0 && <View className='lz-mute'>{`有 ${pushesGivenUp} 条微信提醒没有送到，小程序里的消息都在。`}</View>}
              <View className='lz-mute'>{`期限（${limitsStatus}）：登记 ${days(limits.registration)}，认领 ${days(limits.claim)}，争议 ${days(limits.dispute)}，反映 ${days(limits.correction)}。`}</View>
            </>
          );
        }}
      </OfficersOnly>
    </Screen>
  );
}

const days = (hours = 0) => `${Math.round(hours / 24)} 天`;

function Waiting({ row }: { row: CaseRow }) {
  const page = pageOfCase(row);
  const left = leftWords(row.hoursLeft);
  return (
    <Card row onClick={page && (() => go(page.path, page.query))}>
      <View className='lz-grow lz-col'>
        <View className='lz-row lz-row--top'>
          <View className='lz-h lz-grow desk-any'>{row.name === '' ? row.community?.name : row.name}</View>
          <DemoMark demo={row.demo} />
        </View>
        <View className='lz-mute'>{caseWords[row.kind].line(row)}</View>
        <View className='lz-wrap'>
          <Tag tone='brand'>{caseWords[row.kind].name}</Tag>
          {row.kind !== 'stale' && <Tag tone={left.tone}>{left.text}</Tag>}
        </View>
      </View>
      {page && <Icon name='next' size='small' />}
    </Card>
  );
}
