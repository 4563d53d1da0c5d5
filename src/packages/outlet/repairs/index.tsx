import { useQuery } from '../../../services/navigate';
import { usePace, useWalkFrom } from '../../../services/walkFrom';
import { NowhereYet } from '../NowhereYet';
import { Found } from './Found';
import { Kinds } from './Kinds';

/** 小修小补: first which kind, then who does it, nearest first. */
export default function RepairsPage() {
  const { kind } = useQuery();
  const from = useWalkFrom();
  const pace = usePace();
  if (from === null) return <NowhereYet title='小修小补' />;
  return kind === undefined ? <Kinds from={from} pace={pace} /> : <Found kind={kind} from={from} pace={pace} />;
}
