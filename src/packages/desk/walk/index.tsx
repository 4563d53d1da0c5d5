import { useDidShow } from '@tarojs/taro';
import { useQuery } from '../../../services/navigate';
import { deliverVisits } from '../../../services/visits';
import { Start } from './Start';
import { Walking } from './Walking';
import { walkList } from './kept';

/** Going from outlet to outlet and looking: the list is had once and works without a network; what was seen is sent when there is one. */
export default function WalkPage() {
  const { community, outlet } = useQuery();
  const kept = walkList.use();
  useDidShow(() => void deliverVisits());
  return kept === null ? <Start community={community ?? null} outlet={outlet} /> : <Walking kept={kept} />;
}
