import { useQuery } from '../../../services/navigate';
import { Item } from './Item';
import { List } from './List';

/** Registrations that wait for a decision: the list, and with an id in the query one of them whole. */
export default function ReviewPage() {
  const { id } = useQuery();
  return id === undefined ? <List /> : <Item first={id} />;
}
