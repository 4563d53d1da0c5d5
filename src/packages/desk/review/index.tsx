import { useQuery } from '../../../services/navigate';
import { Item } from './Item';
import { List } from './List';
import { Stale } from './Stale';

/** Everything that waits for a decision; with an id in the query one registration whole, with a community what nobody confirmed there for long. */
export default function ReviewPage() {
  const { id, stale } = useQuery();
  if (stale !== undefined) return <Stale community={stale} />;
  return id === undefined ? <List /> : <Item first={id} />;
}
