import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Coverage } from '../../../components/PlanProgress/Coverage';
import { Phases } from '../../../components/PlanProgress/Phases';
import { ReleaseSummary, VerdictTag } from '../../../components/ReleaseSummary';
import { DemoMark } from '../../../components/Tag';
import type { Overview } from '../../../../types/contract/circles';

/** The whole district: satisfaction, the two coverage targets of the plan, and where its phases are. */
export function District({ overview: { satisfaction, coverage, phases, demo } }: { overview: Overview }) {
  return (
    <>
      <Card>
        <View className='lz-wrap'><View className='lz-h lz-grow'>全区满意度</View>{satisfaction && <VerdictTag verdict={satisfaction.cell.verdict} />}<DemoMark demo={satisfaction?.demo ?? false} /></View>
        {satisfaction ? <ReleaseSummary cell={satisfaction.cell} about={satisfaction.title} /> : <View className='lz-mute'>还没有发布过调查结果。发布以后，这里写满意度、区间和结论。</View>}
      </Card>
      <Coverage coverage={coverage} demo={demo} />
      <Phases phases={phases} />
    </>
  );
}
