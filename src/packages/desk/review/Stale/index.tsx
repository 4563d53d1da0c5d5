import { Screen } from '../../../../components/Screen';
import { useReturned } from '../../../../services/returned';
import { useCall } from '../../../../services/useCall';
import { OfficersOnly } from '../../OfficersOnly';
import { Confirming } from './Confirming';

/** Outlets of one community that nobody confirmed for long: those that are safe to be confirmed together, and those that somebody has to go to. */
export function Stale({ community }: { community: string }) {
  const found = useCall('desk.walk', { around: { kind: 'community', code: community } });
  useReturned(found.reload);
  if (found.data) return <Confirming community={community} walk={found.data} reload={found.reload} />;
  return <Screen title='很久没有确认的' elderSwitch><OfficersOnly of={found}>{() => null}</OfficersOnly></Screen>;
}
