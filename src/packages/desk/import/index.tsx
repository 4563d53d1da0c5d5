import { useQuery } from '../../../services/navigate';
import { Front } from './Front';
import { Staged } from './Staged';

/** Census lists: one that comes in, or, with an `id`, one that waits or is over. */
export default function ImportPage() {
  const { id } = useQuery();
  return id ? <Staged id={id} /> : <Front />;
}
