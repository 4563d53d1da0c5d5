import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { Tag } from '../../../components/Tag';
import { replace, useQuery } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import type { FigureMeant } from '../../../../types/contract/circles';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { fingerprint, writtenBy } from '../words';

const kinds = ['community', 'circle', 'street', 'district'] as const;

/** What one number means: where the numbers of tables and pages lead to. */
export default function FigurePage() {
  const { code, kind, id, snapshot } = useQuery();
  const of = kinds.find((one) => one === kind);
  const found = useCall('desk.figure', code && of && id ? { code, kind: of, id, ...(snapshot ? { snapshot } : {}) } : null);
  const back = <Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />;
  const none = !code || !of || !id || found.error?.code === 'not_found' || found.error?.code === 'unknown_place';
  return (
    <Screen title='数字的出处' elderSwitch>
      {none
        ? <EmptyState icon='info' title='没有这个数' text='链接可能不完整，或者快照已经不在。'>{back}</EmptyState>
        : <OfficersOnly of={found} ways={back}>{(meant) => <><Meant meant={meant} />{meant.entries && <Entries entries={meant.entries} frozen={meant.snapshot !== null} />}{back}</>}</OfficersOnly>}
    </Screen>
  );
}

function Meant({ meant: { place, figure, formula, source, filter, rules, asOf, snapshot } }: { meant: FigureMeant }) {
  return (
    <>
      <Card>
        <View className='lz-mute'>{place.name}</View>
        <View className='lz-h'>{figure.name}</View>
        <View className={figure.known ? 'lz-big lz-num' : 'lz-title'}>{figure.text}</View>
        {figure.note !== '' && <View className='lz-mute'>{figure.note}</View>}
        <View className='lz-mute'>{snapshot ? `快照「${snapshot.name}」，${fullDateTime(asOf)} 定格` : `${fullDateTime(asOf)} 的数`}</View>
      </Card>
      <Card>
        <Line name='怎么算' text={formula} />
        {filter !== '' && <Line name='算哪些' text={filter} />}
        <Line name='从哪里来' text={source} />
        {rules.map(({ kind, title, version, status, hash }) => (
          <View key={kind} className='lz-col'>
            <View className='lz-mute'>规则</View>
            <View className='lz-wrap'><View>{`${title}，${version} 版`}</View><Tag tone={status === '示例' || status === '待核' ? 'amber' : 'plain'}>{status}</Tag></View>
            <View className='lz-mute lz-num'>{`指纹 ${fingerprint(hash)}`}</View>
          </View>
        ))}
        {snapshot && <Line name='快照的指纹' text={fingerprint(snapshot.hash)} />}
      </Card>
    </>
  );
}

/** Who entered what of it, as it stands now. */
function Entries({ entries, frozen }: { entries: NonNullable<FigureMeant['entries']>; frozen: boolean }) {
  return (
    <Card>
      <View className='lz-h'>各处填的</View>
      {frozen && <View className='lz-mute'>快照只定下合计，没有定下各处填的。下面是现在的，可能和快照里的不一样。</View>}
      {entries.length === 0 && <View>您能看的地方，还没有填。</View>}
      {entries.map((entry) => (
        <View key={entry.id} className='lz-col'>
          <View className='lz-wrap'><View className='lz-grow'>{entry.name}</View><View className='lz-strong lz-num'>{entry.text}</View></View>
          <View className='lz-mute desk-any'>{`${entry.asOf} 的数，${entry.source}，${writtenBy(entry)}填的`}</View>
        </View>
      ))}
    </Card>
  );
}

function Line({ name, text }: { name: string; text: string }) {
  return <View className='lz-col'><View className='lz-mute'>{name}</View><View className='desk-any'>{text}</View></View>;
}
